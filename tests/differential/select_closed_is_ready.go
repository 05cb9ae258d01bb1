// A closed channel is ready for every receive, so the default is not taken.
//
// Output:
// closed
// closed
package main

import "fmt"

func main() {
	ch := make(chan int)
	close(ch)
	for range 2 {
		select {
		case _, ok := <-ch:
			if !ok {
				fmt.Println("closed")
			}
		default:
			fmt.Println("not ready")
		}
	}
}
