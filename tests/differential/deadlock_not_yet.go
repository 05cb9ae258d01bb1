// As long as a timer runs, it is no deadlock: it can still send.
//
// Output:
// woken by the timer
// woken by the context
package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	ch := make(chan string)
	time.AfterFunc(150*time.Millisecond, func() { ch <- "woken by the timer" })
	fmt.Println(<-ch)
	ctx, cancel := context.WithTimeout(context.Background(), 150*time.Millisecond)
	defer cancel()
	<-ctx.Done()
	fmt.Println("woken by the context")
}
