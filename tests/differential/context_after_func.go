// A function can be set to run when a context is done. Cancel does not wait for it.
//
// Output:
// cancelled
// runs: context canceled
// stop prevents it: false
// runs at once
package main

import (
	"context"
	"fmt"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	goOn := make(chan bool)
	over := make(chan bool)
	stop := context.AfterFunc(ctx, func() {
		<-goOn
		fmt.Println("runs:", ctx.Err())
		over <- true
	})
	cancel()
	fmt.Println("cancelled")
	goOn <- true
	<-over
	fmt.Println("stop prevents it:", stop())
	context.AfterFunc(ctx, func() {
		fmt.Println("runs at once")
		over <- true
	})
	<-over
}
