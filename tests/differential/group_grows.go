// What a group has started may start more. Who waits, waits for those as well.
//
// Output:
// 31
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

var (
	group sync.WaitGroup
	nodes atomic.Int32
)

func grow(depth int) {
	nodes.Add(1)
	if depth > 0 {
		group.Go(func() { grow(depth - 1) })
		group.Go(func() { grow(depth - 1) })
	}
}

func main() {
	group.Go(func() { grow(4) })
	group.Wait()
	fmt.Println(nodes.Load())
}
