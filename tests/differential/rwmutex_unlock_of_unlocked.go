// A reader's lock is not a writer's: there is no writer to unlock for.
//
// Output:
// reads
// Stderr: fatal error: sync: Unlock of unlocked RWMutex
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mutex sync.RWMutex
	mutex.RLock()
	fmt.Println("reads")
	mutex.Unlock()
}
