// Reset sets a function anew, be it stopped or over, and says whether that kept it from running.
//
// Output:
// stopped: true
// kept from running: false
// ran
// kept from running: false
// ran
package main

import (
	"fmt"
	"time"
)

func main() {
	ran := make(chan string)
	timer := time.AfterFunc(time.Hour, func() { ran <- "ran" })
	fmt.Println("stopped:", timer.Stop())
	fmt.Println("kept from running:", timer.Reset(time.Millisecond))
	fmt.Println(<-ran)
	fmt.Println("kept from running:", timer.Reset(time.Millisecond))
	fmt.Println(<-ran)
}
