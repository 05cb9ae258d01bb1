// A group can be used again when all who waited have returned.
//
// Output:
// round 1: 5
// round 2: 10
// round 3: 15
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var group sync.WaitGroup
	var count atomic.Int32
	for round := 1; round <= 3; round++ {
		for range 5 {
			group.Go(func() { count.Add(1) })
		}
		group.Wait()
		fmt.Printf("round %d: %d\n", round, count.Load())
	}
}
