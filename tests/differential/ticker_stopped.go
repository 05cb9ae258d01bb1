// A stopped ticker does not tick, and its channel is not closed. Reset sets it going again.
//
// Output:
// tick
// silence
// tick again
package main

import (
	"fmt"
	"time"
)

func main() {
	ticker := time.NewTicker(time.Millisecond)
	<-ticker.C
	fmt.Println("tick")
	ticker.Stop()
	select {
	case <-ticker.C:
		fmt.Println("a tick after all")
	case <-time.After(20 * time.Millisecond):
		fmt.Println("silence")
	}
	ticker.Reset(time.Millisecond)
	<-ticker.C
	fmt.Println("tick again")
}
