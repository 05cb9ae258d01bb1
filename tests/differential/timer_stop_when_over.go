// After its value was received, a timer can no longer be stopped.
//
// Output:
// false
package main

import (
	"fmt"
	"time"
)

func main() {
	timer := time.NewTimer(time.Millisecond)
	<-timer.C
	fmt.Println(timer.Stop())
}
