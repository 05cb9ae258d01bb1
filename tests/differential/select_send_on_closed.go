// A case that sends on a closed channel can be chosen, and then panics.
//
// Output:
// recovered: send on closed channel
package main

import "fmt"

func main() {
	defer func() { fmt.Println("recovered:", recover()) }()
	quiet, closed := make(chan int), make(chan int)
	close(closed)
	select {
	case <-quiet:
	case closed <- 1:
	}
}
