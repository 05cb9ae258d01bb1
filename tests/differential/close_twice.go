// A second close panics.
//
// Output:
// recovered: close of closed channel
package main

import "fmt"

func main() {
	defer func() { fmt.Println("recovered:", recover()) }()
	ch := make(chan int)
	close(ch)
	close(ch)
}
