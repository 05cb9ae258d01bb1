// Reset sets the timer anew, and says whether it was still running.
//
// Output:
// was running: true
// fired
// was running: false
// fired
package main

import (
	"fmt"
	"time"
)

func main() {
	timer := time.NewTimer(time.Hour)
	fmt.Println("was running:", timer.Reset(time.Millisecond))
	<-timer.C
	fmt.Println("fired")
	fmt.Println("was running:", timer.Reset(time.Millisecond))
	<-timer.C
	fmt.Println("fired")
}
