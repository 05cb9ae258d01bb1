// Beside a case that is ready, a send on a closed channel panics now and then only.
//
// Outcomes: received 1 | recovered: send on closed channel
package main

import "fmt"

func main() {
	defer func() {
		if problem := recover(); problem != nil {
			fmt.Println("recovered:", problem)
		}
	}()
	ready, closed := make(chan int, 1), make(chan int)
	ready <- 1
	close(closed)
	select {
	case v := <-ready:
		fmt.Println("received", v)
	case closed <- 1:
	}
}
