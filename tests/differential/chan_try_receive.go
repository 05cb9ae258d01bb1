// A receive that does not wait tells three things apart: a value, nothing yet, and nothing ever again.
//
// Output:
// nothing yet
// a value: 7
// closed
package main

import "fmt"

func look(ch <-chan int) {
	select {
	case v, ok := <-ch:
		if ok {
			fmt.Println("a value:", v)
		} else {
			fmt.Println("closed")
		}
	default:
		fmt.Println("nothing yet")
	}
}

func main() {
	ch := make(chan int, 1)
	look(ch)
	ch <- 7
	look(ch)
	close(ch)
	look(ch)
}
