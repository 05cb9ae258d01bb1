// Readers share it: each of these two needs the other to be there at the same time.
//
// Output:
// both read
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mutex sync.RWMutex
	var group sync.WaitGroup
	meet := make(chan bool)
	group.Go(func() {
		mutex.RLock()
		defer mutex.RUnlock()
		meet <- true
	})
	group.Go(func() {
		mutex.RLock()
		defer mutex.RUnlock()
		<-meet
		fmt.Println("both read")
	})
	group.Wait()
}
