// What comes before the time is over is received.
//
// Output:
// received 3
package main

import (
	"fmt"
	"time"
)

func main() {
	ch := make(chan int)
	go func() { ch <- 3 }()
	select {
	case v := <-ch:
		fmt.Println("received", v)
	case <-time.After(time.Hour):
		fmt.Println("timeout")
	}
}
