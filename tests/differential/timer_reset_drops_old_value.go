// A value that nobody received before Reset is not received after it.
//
// Output:
// was running: true
// nothing yet
package main

import (
	"fmt"
	"time"
)

func main() {
	timer := time.NewTimer(time.Millisecond)
	time.Sleep(20 * time.Millisecond)
	fmt.Println("was running:", timer.Reset(time.Hour))
	select {
	case <-timer.C:
		fmt.Println("an old value")
	default:
		fmt.Println("nothing yet")
	}
}
