// A cause goes down, not up. Who was cancelled before keeps the cause of its own.
//
// Output:
// parent: strike
// early child: headache
// late child: strike
// no reason given: context canceled
package main

import (
	"context"
	"errors"
	"fmt"
)

func main() {
	parent, cancelParent := context.WithCancelCause(context.Background())
	early, cancelEarly := context.WithCancelCause(parent)
	late, cancelLate := context.WithCancelCause(parent)
	cancelEarly(errors.New("headache"))
	cancelParent(errors.New("strike"))
	cancelLate(errors.New("too late to say"))
	fmt.Println("parent:", context.Cause(parent))
	fmt.Println("early child:", context.Cause(early))
	fmt.Println("late child:", context.Cause(late))
	other, cancelOther := context.WithCancelCause(context.Background())
	cancelOther(nil)
	fmt.Println("no reason given:", context.Cause(other))
}
