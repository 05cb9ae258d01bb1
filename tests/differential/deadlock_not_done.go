// One was counted who never says that it is done.
//
// Output:
// one is done
// Stderr: fatal error: all goroutines are asleep - deadlock!
package main

import (
	"fmt"
	"sync"
)

func main() {
	var group sync.WaitGroup
	group.Add(2)
	go func() {
		fmt.Println("one is done")
		group.Done()
	}()
	group.Wait()
	fmt.Println("all are done")
}
