// A group counts what is under way. Wait lets go at zero, and at once if it is zero already.
//
// Output:
// nothing to wait for
// [0 1 4 9]
package main

import (
	"fmt"
	"sync"
)

func main() {
	var group sync.WaitGroup
	group.Wait()
	fmt.Println("nothing to wait for")
	squares := make([]int, 4)
	for i := range squares {
		group.Add(1)
		go func() {
			defer group.Done()
			squares[i] = i * i
		}()
	}
	group.Wait()
	fmt.Println(squares)
}
