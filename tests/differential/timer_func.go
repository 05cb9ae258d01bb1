// A function set for later runs in a goroutine of its own, unless it is stopped before.
//
// Output:
// stopped: true
// ran
// stopped: false
package main

import (
	"fmt"
	"time"
)

func main() {
	ran := make(chan string)
	never := time.AfterFunc(time.Hour, func() { ran <- "ran too early" })
	fmt.Println("stopped:", never.Stop())
	soon := time.AfterFunc(time.Millisecond, func() { ran <- "ran" })
	fmt.Println(<-ran)
	fmt.Println("stopped:", soon.Stop())
}
