// A timer whose time has come, and whose value nobody received, is still stopped: no old value is left.
//
// Output:
// length 0
// true
// nothing to receive
package main

import (
	"fmt"
	"time"
)

func main() {
	timer := time.NewTimer(time.Millisecond)
	time.Sleep(20 * time.Millisecond)
	fmt.Println("length", len(timer.C))
	fmt.Println(timer.Stop())
	select {
	case <-timer.C:
		fmt.Println("received")
	default:
		fmt.Println("nothing to receive")
	}
}
