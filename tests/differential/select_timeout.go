// A select gives up after a while.
//
// Output:
// timeout
package main

import (
	"fmt"
	"time"
)

func main() {
	quiet := make(chan int)
	select {
	case v := <-quiet:
		fmt.Println("received", v)
	case <-time.After(5 * time.Millisecond):
		fmt.Println("timeout")
	}
}
