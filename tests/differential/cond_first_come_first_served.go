// A signal is for the one that has waited longest.
//
// Output:
// 0
// 1
// 2
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mutex sync.Mutex
	cond := sync.NewCond(&mutex)
	here := make(chan bool)
	woken := make(chan int)
	for i := range 3 {
		go func() {
			mutex.Lock()
			here <- true
			cond.Wait()
			mutex.Unlock()
			woken <- i
		}()
		<-here
		mutex.Lock() // it waits, or it would still have the lock
		mutex.Unlock()
	}
	for range 3 {
		cond.Signal()
		fmt.Println(<-woken)
	}
}
