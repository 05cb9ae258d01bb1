// The first cancellation says why. Later ones change nothing, and the error stays what it is.
//
// Output:
// no cause yet: true
// out of flour
// context canceled
package main

import (
	"context"
	"errors"
	"fmt"
)

func main() {
	ctx, cancel := context.WithCancelCause(context.Background())
	fmt.Println("no cause yet:", context.Cause(ctx) == nil)
	cancel(errors.New("out of flour"))
	cancel(errors.New("out of eggs"))
	cancel(nil)
	fmt.Println(context.Cause(ctx))
	fmt.Println(ctx.Err())
}
