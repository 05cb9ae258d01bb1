// A receiver that is slow misses ticks. They do not pile up.
//
// Output:
// 1 tick after 3 periods
package main

import (
	"fmt"
	"time"
)

func main() {
	ticker := time.NewTicker(500 * time.Millisecond)
	defer ticker.Stop()
	time.Sleep(1650 * time.Millisecond)
	ticks := 0
	for waiting := true; waiting; {
		select {
		case <-ticker.C:
			ticks++
		default:
			waiting = false
		}
	}
	fmt.Println(ticks, "tick after 3 periods")
}
