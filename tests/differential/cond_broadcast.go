// A broadcast is for all who wait then, and for nobody who comes later.
//
// Output:
// 3 woken
// the latecomer waits
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mutex sync.Mutex
	cond := sync.NewCond(&mutex)
	here := make(chan bool)
	woken := make(chan bool, 4)
	waits := func() {
		mutex.Lock()
		here <- true
		cond.Wait()
		mutex.Unlock()
		woken <- true
	}
	for range 3 {
		go waits()
		<-here
	}
	mutex.Lock()
	cond.Broadcast()
	mutex.Unlock()
	for range 3 {
		<-woken
	}
	fmt.Println("3 woken")
	go waits()
	<-here
	mutex.Lock()
	mutex.Unlock()
	select {
	case <-woken:
		fmt.Println("the latecomer was woken")
	default:
		fmt.Println("the latecomer waits")
	}
}
