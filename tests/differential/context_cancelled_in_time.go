// A context that is cancelled before its time has run out was cancelled, and stays so.
//
// Output:
// context canceled
// still context canceled
package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	deadline := time.Now().Add(2 * time.Second)
	ctx, cancel := context.WithDeadline(context.Background(), deadline)
	clock, stop := context.WithDeadline(context.Background(), deadline.Add(time.Millisecond))
	defer stop()
	cancel()
	fmt.Println(ctx.Err())
	<-clock.Done()
	fmt.Println("still", ctx.Err())
}
