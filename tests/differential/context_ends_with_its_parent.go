// The parent's time runs out long before one's own, and one is done then.
//
// Output:
// context deadline exceeded
// the kitchen closes
package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

func main() {
	kitchen, close := context.WithTimeoutCause(
		context.Background(), 5*time.Millisecond, errors.New("the kitchen closes"))
	defer close()
	order, cancel := context.WithTimeoutCause(kitchen, time.Hour, errors.New("the guest leaves"))
	defer cancel()
	<-order.Done()
	fmt.Println(order.Err())
	fmt.Println(context.Cause(order))
}
