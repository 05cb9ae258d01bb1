// Channels and values are worked out once, in the order in which they are written, whichever case is chosen.
//
// Output:
// channel in
// channel out
// value 42
// sent
package main

import "fmt"

func channel(name string, capacity int) chan int {
	fmt.Println("channel", name)
	return make(chan int, capacity)
}

func value(v int) int {
	fmt.Println("value", v)
	return v
}

func main() {
	select {
	case <-channel("in", 0):
		fmt.Println("received")
	case channel("out", 1) <- value(42):
		fmt.Println("sent")
	}
}
