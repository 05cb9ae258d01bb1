// Wait does not return as if all were well when what the group has started panics.
//
// Output:
// before
// Stderr: panic: the soup is burnt
package main

import (
	"fmt"
	"sync"
)

func main() {
	var group sync.WaitGroup
	fmt.Println("before")
	group.Go(func() {
		panic("the soup is burnt")
	})
	group.Wait()
	fmt.Println("all is well")
}
