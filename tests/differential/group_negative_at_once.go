// The counter may go down by more than one, but not below zero.
//
// Output:
// down to zero
// Stderr: panic: sync: negative WaitGroup counter
package main

import (
	"fmt"
	"sync"
)

func main() {
	var group sync.WaitGroup
	group.Add(3)
	group.Add(-3)
	group.Wait()
	fmt.Println("down to zero")
	group.Add(2)
	group.Add(-3)
}
