// A function for the end of a context wakes those who wait for a condition, which knows of no context.
//
// Output:
// gives up: context canceled
package main

import (
	"context"
	"fmt"
	"sync"
)

func main() {
	var mutex sync.Mutex
	ready := sync.NewCond(&mutex)
	ctx, cancel := context.WithCancel(context.Background())
	context.AfterFunc(ctx, func() {
		mutex.Lock()
		defer mutex.Unlock()
		ready.Broadcast()
	})
	mutex.Lock()
	defer mutex.Unlock()
	go func() {
		mutex.Lock() // it is free when main waits
		mutex.Unlock()
		cancel()
	}()
	for ctx.Err() == nil {
		ready.Wait()
	}
	fmt.Println("gives up:", ctx.Err())
}
