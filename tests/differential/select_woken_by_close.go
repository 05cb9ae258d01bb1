// A close wakes a select that waits to receive.
//
// Output:
// woken
package main

import "fmt"

func main() {
	quiet, done, woken := make(chan int), make(chan struct{}), make(chan string)
	go func() {
		select {
		case <-quiet:
			woken <- "by a value"
		case <-done:
			woken <- "woken"
		}
	}()
	close(done)
	fmt.Println(<-woken)
}
