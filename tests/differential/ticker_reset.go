// A ticker can be given another period. A tick that waited since before is gone.
//
// Output:
// nothing yet
// tick
package main

import (
	"fmt"
	"time"
)

func main() {
	ticker := time.NewTicker(time.Millisecond)
	defer ticker.Stop()
	time.Sleep(20 * time.Millisecond)
	ticker.Reset(time.Hour)
	select {
	case <-ticker.C:
		fmt.Println("an old tick")
	default:
		fmt.Println("nothing yet")
	}
	ticker.Reset(time.Millisecond)
	<-ticker.C
	fmt.Println("tick")
}
