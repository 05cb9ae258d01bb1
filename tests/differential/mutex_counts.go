// One at a time: no count gets lost.
//
// Output:
// 4000
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mutex sync.Mutex
	var group sync.WaitGroup
	count := 0
	for range 4 {
		group.Go(func() {
			for range 1000 {
				mutex.Lock()
				count++
				mutex.Unlock()
			}
		})
	}
	group.Wait()
	fmt.Println(count)
}
