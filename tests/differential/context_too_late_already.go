// A deadline that has passed, or a timeout of nothing, is over from the start.
//
// Output:
// context deadline exceeded
// context deadline exceeded
// context deadline exceeded
package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	top := context.Background()
	past, cancelPast := context.WithDeadline(top, time.Now().Add(-time.Hour))
	defer cancelPast()
	fmt.Println(past.Err())
	none, cancelNone := context.WithTimeout(top, 0)
	defer cancelNone()
	fmt.Println(none.Err())
	less, cancelLess := context.WithTimeout(top, -time.Hour)
	defer cancelLess()
	fmt.Println(less.Err())
}
