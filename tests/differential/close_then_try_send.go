// Nor does a send that would not wait overlook that a channel is closed.
//
// Output:
// recovered: send on closed channel
package main

import "fmt"

func main() {
	defer func() { fmt.Println("recovered:", recover()) }()
	ch := make(chan int)
	close(ch)
	select {
	case ch <- 1:
	default:
		fmt.Println("not sent")
	}
}
