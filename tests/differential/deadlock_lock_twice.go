// A mutex is not reentrant: who locks it twice waits for itself.
//
// Output:
// locked
// Stderr: fatal error: all goroutines are asleep - deadlock!
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mutex sync.Mutex
	mutex.Lock()
	fmt.Println("locked")
	mutex.Lock()
	fmt.Println("locked twice")
}
