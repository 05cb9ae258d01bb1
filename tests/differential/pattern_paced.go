// A ticker sets the pace: one job a tick.
//
// Output:
// job 1
// job 2
// job 3
// not faster than the ticker: true
package main

import (
	"fmt"
	"time"
)

func main() {
	begin := time.Now()
	pace := time.NewTicker(10 * time.Millisecond)
	defer pace.Stop()
	for job := 1; job <= 3; job++ {
		<-pace.C
		fmt.Println("job", job)
	}
	fmt.Println("not faster than the ticker:", time.Since(begin) >= 30*time.Millisecond)
}
