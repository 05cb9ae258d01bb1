// A function that sets its own timer anew runs again and again, until it does not.
//
// Output:
// 3
// 2
// 1
// lift off
package main

import (
	"fmt"
	"time"
)

func main() {
	count := 3
	set := make(chan *time.Timer, 1)
	over := make(chan bool)
	set <- time.AfterFunc(time.Millisecond, func() {
		timer := <-set
		fmt.Println(count)
		count--
		if count == 0 {
			close(over)
			return
		}
		set <- timer
		timer.Reset(time.Millisecond)
	})
	<-over
	fmt.Println("lift off")
}
