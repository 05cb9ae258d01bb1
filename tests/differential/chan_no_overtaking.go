// A sender that waits for room never overtakes what is in the buffer already.
//
// Output:
// first second third
package main

import "fmt"

func main() {
	ch := make(chan string, 1)
	ch <- "first"
	go func() {
		ch <- "second"
		ch <- "third"
	}()
	fmt.Println(<-ch, <-ch, <-ch)
}
