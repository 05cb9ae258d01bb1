// A timer sends once, not before its time.
//
// Output:
// not before its time: true
// and only once
package main

import (
	"fmt"
	"time"
)

func main() {
	begin := time.Now()
	timer := time.NewTimer(10 * time.Millisecond)
	<-timer.C
	fmt.Println("not before its time:", time.Since(begin) >= 10*time.Millisecond)
	select {
	case <-timer.C:
		fmt.Println("and once more")
	default:
		fmt.Println("and only once")
	}
}
