// Any number may wait for one group, and one zero lets them all go.
//
// Output:
// not before
// 3 went on
package main

import (
	"fmt"
	"sync"
)

func main() {
	var group sync.WaitGroup
	group.Add(2)
	wentOn := make(chan bool, 3)
	for range 3 {
		go func() {
			group.Wait()
			wentOn <- true
		}()
	}
	group.Done()
	select {
	case <-wentOn:
		fmt.Println("too early")
	default:
		fmt.Println("not before")
	}
	group.Done()
	for range 3 {
		<-wentOn
	}
	fmt.Println("3 went on")
}
