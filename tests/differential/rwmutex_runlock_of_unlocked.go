// One reader came, and two leave.
//
// Output:
// once is right
// Stderr: fatal error: sync: RUnlock of unlocked RWMutex
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mutex sync.RWMutex
	mutex.RLock()
	mutex.RUnlock()
	fmt.Println("once is right")
	mutex.RUnlock()
}
