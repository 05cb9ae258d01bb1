// Nobody's call returns before the one run has ended.
//
// Output:
// begins
// ends
// another returns
package main

import (
	"fmt"
	"sync"
)

func main() {
	var once sync.Once
	running := make(chan bool)
	goOn := make(chan bool)
	returned := make(chan bool, 1)
	go once.Do(func() {
		fmt.Println("begins")
		running <- true
		<-goOn
		fmt.Println("ends")
	})
	<-running
	go func() {
		once.Do(func() { fmt.Println("never") })
		fmt.Println("another returns")
		returned <- true
	}()
	select {
	case <-returned:
		fmt.Println("too early")
	default:
	}
	goOn <- true
	<-returned
}
