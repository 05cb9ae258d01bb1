// TryLock locks what is free, and never waits; nor does it lock twice for the one that has it.
//
// Output:
// true
// false
// false in another goroutine
// true when it is free
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mutex sync.Mutex
	fmt.Println(mutex.TryLock())
	fmt.Println(mutex.TryLock())
	tried := make(chan bool)
	go func() { tried <- mutex.TryLock() }()
	fmt.Println(<-tried, "in another goroutine")
	mutex.Unlock()
	go func() { tried <- mutex.TryLock() }()
	fmt.Println(<-tried, "when it is free")
}
