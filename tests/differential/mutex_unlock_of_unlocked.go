// An unlock too many is fatal in Go, and cannot be recovered. In Java it is an exception.
//
// Output:
// once is right
// Stderr: fatal error: sync: unlock of unlocked mutex
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mutex sync.Mutex
	mutex.Lock()
	mutex.Unlock()
	fmt.Println("once is right")
	mutex.Unlock()
}
