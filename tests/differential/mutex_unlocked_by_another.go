// A mutex belongs to nobody: one goroutine locks it, and another unlocks it.
//
// Output:
// locked by main
// unlocked by another
// locked by main again
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mutex sync.Mutex
	mutex.Lock()
	fmt.Println("locked by main")
	go func() {
		fmt.Println("unlocked by another")
		mutex.Unlock()
	}()
	mutex.Lock()
	fmt.Println("locked by main again")
}
