// A select of which no case can ever be ready.
//
// Output:
// selects
// Stderr: fatal error: all goroutines are asleep - deadlock!
package main

import "fmt"

func main() {
	in := make(chan int)
	out := make(chan int)
	fmt.Println("selects")
	select {
	case <-in:
		fmt.Println("received")
	case out <- 1:
		fmt.Println("sent")
	}
}
