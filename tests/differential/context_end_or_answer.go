// Where an answer and the end of the context are there at once, either may be taken.
//
// Outcomes: the answer | context canceled
package main

import (
	"context"
	"fmt"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	answer := make(chan string, 1)
	answer <- "the answer"
	cancel()
	select {
	case said := <-answer:
		fmt.Println(said)
	case <-ctx.Done():
		fmt.Println(ctx.Err())
	}
}
