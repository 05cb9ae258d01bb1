// Who is derived from what is done is done from the start, for the same reason.
//
// Output:
// done
// context canceled
// closed for the night
package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

func main() {
	parent, cancelParent := context.WithCancelCause(context.Background())
	cancelParent(errors.New("closed for the night"))
	child, cancel := context.WithTimeout(parent, time.Hour)
	defer cancel()
	select {
	case <-child.Done():
		fmt.Println("done")
	default:
		fmt.Println("lives")
	}
	fmt.Println(child.Err())
	fmt.Println(context.Cause(child))
}
