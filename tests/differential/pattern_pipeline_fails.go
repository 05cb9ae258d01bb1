// A stage that fails ends those before it and those after it, and whoever waits is told of the first failure.
//
// Output:
// 1
// 4
// 3 is too much
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
)

func main() {
	ctx, cancel := context.WithCancelCause(context.Background())
	var stages sync.WaitGroup
	numbers, squares := make(chan int), make(chan int)
	stages.Go(func() {
		defer close(numbers)
		for n := 1; ; n++ {
			select {
			case numbers <- n:
			case <-ctx.Done():
				return
			}
		}
	})
	stages.Go(func() {
		defer close(squares)
		for n := range numbers {
			if n == 3 {
				cancel(errors.New("3 is too much"))
				return
			}
			select {
			case squares <- n * n:
			case <-ctx.Done():
				return
			}
		}
	})
	for square := range squares {
		fmt.Println(square)
	}
	stages.Wait()
	fmt.Println(context.Cause(ctx))
}
