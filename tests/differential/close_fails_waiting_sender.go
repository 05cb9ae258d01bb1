// A close makes a sender that waits panic. Its value is lost.
//
// Output:
// the sender: send on closed channel
// the receiver: closed
package main

import "fmt"

func main() {
	ch, report := make(chan int), make(chan any)
	go func() {
		defer func() { report <- recover() }()
		ch <- 1
	}()
	close(ch)
	fmt.Println("the sender:", <-report)
	if _, ok := <-ch; !ok {
		fmt.Println("the receiver: closed")
	}
}
