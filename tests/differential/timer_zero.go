// A timer of no time, or of less, fires at once; so does a sleep end.
//
// Output:
// fired
// fired
// slept
package main

import (
	"fmt"
	"time"
)

func main() {
	<-time.After(0)
	fmt.Println("fired")
	<-time.After(-time.Hour)
	fmt.Println("fired")
	time.Sleep(-time.Hour)
	fmt.Println("slept")
}
