// A function starts a goroutine and returns the channel on which it sends. It stops when it is told to.
//
// Output:
// 1 2 4 8 16
// stopped
package main

import "fmt"

func powersOfTwo(stop <-chan struct{}) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for v := 1; ; v *= 2 {
			select {
			case out <- v:
			case <-stop:
				return
			}
		}
	}()
	return out
}

func main() {
	stop := make(chan struct{})
	powers := powersOfTwo(stop)
	fmt.Println(<-powers, <-powers, <-powers, <-powers, <-powers)
	close(stop)
	for range powers {
		// the one that was on its way, if any
	}
	fmt.Println("stopped")
}
