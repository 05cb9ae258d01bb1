// Who signals and then waits does not take its own signal.
//
// Output:
// the other is woken
// main is woken
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mutex sync.Mutex
	cond := sync.NewCond(&mutex)
	here := make(chan bool)
	go func() {
		mutex.Lock()
		here <- true
		cond.Wait()
		fmt.Println("the other is woken")
		cond.Signal()
		mutex.Unlock()
	}()
	<-here
	mutex.Lock()
	cond.Signal()
	cond.Wait()
	fmt.Println("main is woken")
	mutex.Unlock()
}
