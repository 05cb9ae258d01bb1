// The channel of a context is closed when it is done, and only then there is an error. It is done once.
//
// Output:
// not done, no error: true
// done
// context canceled
// still context canceled
package main

import (
	"context"
	"fmt"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	select {
	case <-ctx.Done():
		fmt.Println("done too early")
	default:
		fmt.Println("not done, no error:", ctx.Err() == nil)
	}
	go cancel()
	<-ctx.Done()
	fmt.Println("done")
	fmt.Println(ctx.Err())
	cancel()
	fmt.Println("still", ctx.Err())
}
