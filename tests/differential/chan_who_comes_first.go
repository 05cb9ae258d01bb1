// Two goroutines send on one channel. Which value comes first is not said; both come.
//
// Possibly: left right | right left
package main

import "fmt"

func main() {
	ch := make(chan string)
	go func() { ch <- "left" }()
	go func() { ch <- "right" }()
	fmt.Println(<-ch, <-ch)
}
