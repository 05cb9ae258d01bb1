// The readers' side of the mutex is a lock of its own kind, which many can have at once.
//
// Output:
// another reader: true
// a writer: false
// a writer: true
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mutex sync.RWMutex
	side := mutex.RLocker()
	side.Lock()
	side.Lock()
	fmt.Println("another reader:", mutex.TryRLock())
	mutex.RUnlock()
	side.Unlock()
	fmt.Println("a writer:", mutex.TryLock())
	side.Unlock()
	fmt.Println("a writer:", mutex.TryLock())
}
