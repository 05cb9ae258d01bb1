// Workers stop when the context is done, wherever they wait.
//
// Output:
// got 3
// workers stopped: 3
package main

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	numbers := make(chan int)
	var workers sync.WaitGroup
	var stopped atomic.Int32
	for range 3 {
		workers.Go(func() {
			for {
				select {
				case numbers <- 1:
				case <-ctx.Done():
					stopped.Add(1)
					return
				}
			}
		})
	}
	fmt.Println("got", <-numbers+<-numbers+<-numbers)
	cancel()
	workers.Wait()
	fmt.Println("workers stopped:", stopped.Load())
}
