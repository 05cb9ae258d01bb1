// The second result of a receive says whether the value was sent. A zero that was sent is a value like any other.
//
// Output:
// 5 true
// 0 true
// closed
package main

import "fmt"

func main() {
	ch := make(chan int, 2)
	ch <- 5
	ch <- 0
	close(ch)
	for range 3 {
		if v, ok := <-ch; ok {
			fmt.Println(v, ok)
		} else {
			fmt.Println("closed")
		}
	}
}
