// A ticker sends again and again, until it is stopped.
//
// Output:
// tick
// tick
// tick
// silence
package main

import (
	"fmt"
	"time"
)

func main() {
	ticker := time.NewTicker(5 * time.Millisecond)
	for range 3 {
		<-ticker.C
		fmt.Println("tick")
	}
	ticker.Stop()
	select {
	case <-ticker.C:
		fmt.Println("tick")
	case <-time.After(30 * time.Millisecond):
		fmt.Println("silence")
	}
}
