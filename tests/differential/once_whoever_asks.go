// Once runs what it is first given, however many ask and whatever others give it.
//
// Output:
// runs
// 10 asked
package main

import (
	"fmt"
	"sync"
)

func main() {
	var once sync.Once
	var group sync.WaitGroup
	for range 10 {
		group.Go(func() { once.Do(func() { fmt.Println("runs") }) })
	}
	group.Wait()
	once.Do(func() { fmt.Println("something else") })
	fmt.Println("10 asked")
}
