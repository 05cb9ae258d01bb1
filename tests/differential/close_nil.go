// A nil channel cannot be closed.
//
// Output:
// recovered: close of nil channel
package main

import "fmt"

func main() {
	defer func() { fmt.Println("recovered:", recover()) }()
	var ch chan int
	close(ch)
}
