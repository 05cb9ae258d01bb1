// What was in the buffer when a channel was closed is still received; after that, every receive says that it is closed.
//
// Output:
// 1 true
// 2 true
// closed
// closed
package main

import "fmt"

func main() {
	ch := make(chan int, 2)
	ch <- 1
	ch <- 2
	close(ch)
	for range 4 {
		v, ok := <-ch
		if ok {
			fmt.Println(v, ok)
		} else {
			fmt.Println("closed")
		}
	}
}
