// Timers fire in the order of their times, not of their making.
//
// Output:
// soon
// later
package main

import (
	"fmt"
	"time"
)

func main() {
	fired := make(chan string)
	time.AfterFunc(2*time.Second, func() { fired <- "later" })
	time.AfterFunc(10*time.Millisecond, func() { fired <- "soon" })
	fmt.Println(<-fired)
	fmt.Println(<-fired)
}
