// With nothing but nil channels, the default is all that is left.
//
// Output:
// neither
package main

import "fmt"

func main() {
	var in, out chan int
	select {
	case <-in:
		fmt.Println("received")
	case out <- 1:
		fmt.Println("sent")
	default:
		fmt.Println("neither")
	}
}
