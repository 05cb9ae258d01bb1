// Who may come in beside whom.
//
// Output:
// reader beside reader: true
// writer beside readers: false
// writer alone: true
// writer beside writer: false
// reader beside writer: false
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mutex sync.RWMutex
	mutex.RLock()
	fmt.Println("reader beside reader:", mutex.TryRLock())
	fmt.Println("writer beside readers:", mutex.TryLock())
	mutex.RUnlock()
	mutex.RUnlock()
	fmt.Println("writer alone:", mutex.TryLock())
	fmt.Println("writer beside writer:", mutex.TryLock())
	fmt.Println("reader beside writer:", mutex.TryRLock())
}
