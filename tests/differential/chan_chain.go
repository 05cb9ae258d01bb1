// A value passes through a thousand goroutines, each of which adds one.
//
// Output:
// 1000
package main

import "fmt"

func main() {
	first := make(chan int)
	last := first
	for range 1000 {
		in, out := last, make(chan int)
		go func() { out <- 1 + <-in }()
		last = out
	}
	first <- 0
	fmt.Println(<-last)
}
