// A loop over a channel ends when that is closed and drained.
//
// Output:
// tick
// tock
// over
package main

import "fmt"

func main() {
	ch := make(chan string, 2)
	ch <- "tick"
	ch <- "tock"
	close(ch)
	for word := range ch {
		fmt.Println(word)
	}
	fmt.Println("over")
}
