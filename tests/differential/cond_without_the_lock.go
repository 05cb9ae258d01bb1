// Who waits must have the lock, which is unlocked meanwhile.
//
// Output:
// has no lock
// Stderr: fatal error: sync: unlock of unlocked mutex
package main

import (
	"fmt"
	"sync"
)

func main() {
	cond := sync.NewCond(&sync.Mutex{})
	fmt.Println("has no lock")
	cond.Wait()
}
