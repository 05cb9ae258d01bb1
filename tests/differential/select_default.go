// A select with a default never waits.
//
// Output:
// nothing to receive
// nobody receives
package main

import "fmt"

func main() {
	ch := make(chan int)
	select {
	case v := <-ch:
		fmt.Println("received", v)
	default:
		fmt.Println("nothing to receive")
	}
	select {
	case ch <- 1:
		fmt.Println("sent")
	default:
		fmt.Println("nobody receives")
	}
}
