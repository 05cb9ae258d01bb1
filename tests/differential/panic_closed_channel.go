// A panic of the runtime's own, in a goroutine.
//
// Output:
// closing
// Stderr: panic: send on closed channel
package main

import "fmt"

func main() {
	ch := make(chan int)
	fmt.Println("closing")
	close(ch)
	go func() { ch <- 1 }()
	select {}
}
