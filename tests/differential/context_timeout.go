// When its time has run out a context is done, and says that it was that.
//
// Output:
// done
// context deadline exceeded
// exceeded: true
// canceled: false
// still context deadline exceeded
package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	<-ctx.Done()
	fmt.Println("done")
	fmt.Println(ctx.Err())
	fmt.Println("exceeded:", errors.Is(ctx.Err(), context.DeadlineExceeded))
	fmt.Println("canceled:", errors.Is(ctx.Err(), context.Canceled))
	cancel()
	fmt.Println("still", ctx.Err())
}
