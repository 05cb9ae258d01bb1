// A queue with room for two: who puts waits for room, who takes waits for something to be there.
//
// Output:
// 1
// 2
// 3
// 4
// 5
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mutex sync.Mutex
	changed := sync.NewCond(&mutex)
	var queue []int
	go func() {
		for i := 1; i <= 5; i++ {
			mutex.Lock()
			for len(queue) == 2 {
				changed.Wait()
			}
			queue = append(queue, i)
			changed.Signal()
			mutex.Unlock()
		}
	}()
	for range 5 {
		mutex.Lock()
		for len(queue) == 0 {
			changed.Wait()
		}
		fmt.Println(queue[0])
		queue = queue[1:]
		changed.Signal()
		mutex.Unlock()
	}
}
