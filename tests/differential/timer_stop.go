// Stop says whether it kept the timer from firing. It does not close the channel.
//
// Output:
// true
// false
// nothing to receive
package main

import (
	"fmt"
	"time"
)

func main() {
	timer := time.NewTimer(time.Hour)
	fmt.Println(timer.Stop())
	fmt.Println(timer.Stop())
	select {
	case <-timer.C:
		fmt.Println("received")
	default:
		fmt.Println("nothing to receive")
	}
}
