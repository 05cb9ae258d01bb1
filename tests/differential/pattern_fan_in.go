// What comes on several channels comes on one, and each one's values in their order.
//
// Output:
// in order: true
// sum 4950
package main

import (
	"context"
	"fmt"
	"sync"
)

func count(ctx context.Context, from, until int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := from; i < until; i++ {
			select {
			case out <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

func fanIn(ctx context.Context, ins ...<-chan int) <-chan int {
	out := make(chan int)
	var group sync.WaitGroup
	for _, in := range ins {
		group.Go(func() {
			for v := range in {
				select {
				case out <- v:
				case <-ctx.Done():
					return
				}
			}
		})
	}
	go func() {
		group.Wait()
		close(out)
	}()
	return out
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	next := map[bool]int{true: 0, false: 50}
	inOrder, sum := true, 0
	for v := range fanIn(ctx, count(ctx, 0, 50), count(ctx, 50, 100)) {
		inOrder = inOrder && next[v < 50] == v
		next[v < 50] = v + 1
		sum += v
	}
	fmt.Println("in order:", inOrder)
	fmt.Println("sum", sum)
}
