// One timer for all rounds of a loop: what was due in one round is never received in the next.
//
// Output:
// round 1: in time
// round 2: timed out
// round 3: in time
package main

import (
	"fmt"
	"time"
)

func main() {
	answers := make(chan bool, 1)
	timer := time.NewTimer(time.Hour)
	for round := 1; round <= 3; round++ {
		if round == 2 {
			timer.Reset(time.Millisecond)
		} else {
			answers <- true
			timer.Reset(time.Hour)
		}
		select {
		case <-answers:
			fmt.Printf("round %d: in time\n", round)
		case <-timer.C:
			fmt.Printf("round %d: timed out\n", round)
		}
	}
}
