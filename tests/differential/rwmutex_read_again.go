// Who reads must not ask to read again: if a writer came in between, each waits for the other.
//
// Output:
// a writer waits
// Stderr: fatal error: all goroutines are asleep - deadlock!
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var mutex sync.RWMutex
	mutex.RLock()
	go func() {
		mutex.Lock()
		mutex.Unlock()
	}()
	for mutex.TryRLock() {
		mutex.RUnlock()
		runtime.Gosched()
	}
	fmt.Println("a writer waits")
	mutex.RLock()
	fmt.Println("never")
}
