// A writer that waits keeps new readers out, so that it gets its turn.
//
// Output:
// a writer waits: no more readers
// the first reader leaves
// the writer writes
// the next reader reads what it wrote: 1
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var mutex sync.RWMutex
	value := 0
	mutex.RLock()
	go func() {
		mutex.Lock()
		fmt.Println("the writer writes")
		value++
		mutex.Unlock()
	}()
	for mutex.TryRLock() { // until the writer waits
		mutex.RUnlock()
		time.Sleep(time.Millisecond)
	}
	fmt.Println("a writer waits: no more readers")
	fmt.Println("the first reader leaves")
	mutex.RUnlock()
	mutex.RLock()
	fmt.Println("the next reader reads what it wrote:", value)
}
