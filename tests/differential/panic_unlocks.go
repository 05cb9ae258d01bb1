// What is deferred runs when a panic passes: so the lock is free for the next.
//
// Output:
// recovered: the drawer is stuck
// free again: true
package main

import (
	"fmt"
	"sync"
)

var mutex sync.Mutex

func opens() {
	mutex.Lock()
	defer mutex.Unlock()
	panic("the drawer is stuck")
}

func main() {
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		opens()
	}()
	fmt.Println("free again:", mutex.TryLock())
}
