// Of all who load or store, one stores. All the others find what it stored.
//
// Output:
// 1 stored, 7 found it
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var m sync.Map
	var stored, found atomic.Int32
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			value, loaded := m.LoadOrStore("winner", i)
			now, _ := m.Load("winner")
			if !loaded && value == i {
				stored.Add(1)
			} else if loaded && value == now {
				found.Add(1)
			}
		})
	}
	group.Wait()
	fmt.Printf("%d stored, %d found it\n", stored.Load(), found.Load())
}
