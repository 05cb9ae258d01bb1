// A close makes a select panic that waits to send on the channel.
//
// Output:
// the sender: send on closed channel
package main

import "fmt"

func main() {
	quiet, ch, report := make(chan int), make(chan int), make(chan any)
	go func() {
		defer func() { report <- recover() }()
		select {
		case <-quiet:
		case ch <- 1:
		}
	}()
	close(ch)
	fmt.Println("the sender:", <-report)
}
