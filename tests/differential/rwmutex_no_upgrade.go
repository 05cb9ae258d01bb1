// A reader cannot become a writer: it would wait for itself to leave.
//
// Output:
// reads
// Stderr: fatal error: all goroutines are asleep - deadlock!
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mutex sync.RWMutex
	mutex.RLock()
	fmt.Println("reads")
	mutex.Lock()
	fmt.Println("writes")
}
