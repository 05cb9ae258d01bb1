// A signal for which nobody waits is lost: it is not kept for who comes later.
//
// Output:
// signalled
// Stderr: fatal error: all goroutines are asleep - deadlock!
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mutex sync.Mutex
	cond := sync.NewCond(&mutex)
	cond.Signal()
	cond.Broadcast()
	fmt.Println("signalled")
	mutex.Lock()
	cond.Wait()
	fmt.Println("woken")
}
