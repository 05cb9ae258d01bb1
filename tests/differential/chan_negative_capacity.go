// A channel cannot be made with a negative capacity.
//
// Output:
// recovered: makechan: size out of range
package main

import "fmt"

func main() {
	defer func() { fmt.Println("recovered:", recover()) }()
	capacity := -1
	_ = make(chan int, capacity)
}
