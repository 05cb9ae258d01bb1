// Stop says whether it kept the function from running. It does so once.
//
// Output:
// true
// false
// the other one runs
package main

import (
	"context"
	"fmt"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	ran := make(chan string, 2)
	stop := context.AfterFunc(ctx, func() { ran <- "the stopped one runs" })
	context.AfterFunc(ctx, func() { ran <- "the other one runs" })
	fmt.Println(stop())
	fmt.Println(stop())
	cancel()
	fmt.Println(<-ran)
	select {
	case said := <-ran:
		fmt.Println(said)
	default:
	}
}
