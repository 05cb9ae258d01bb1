// The cause that is given with a timeout is for the timeout, and not for a cancellation.
//
// Output:
// context deadline exceeded: too slow
// context canceled: context canceled
package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

func main() {
	slow := errors.New("too slow")
	late, cancelLate := context.WithTimeoutCause(context.Background(), 50*time.Millisecond, slow)
	<-late.Done()
	cancelLate()
	fmt.Printf("%v: %v\n", late.Err(), context.Cause(late))
	cancelled, cancel := context.WithTimeoutCause(context.Background(), time.Hour, slow)
	cancel()
	fmt.Printf("%v: %v\n", cancelled.Err(), context.Cause(cancelled))
}
