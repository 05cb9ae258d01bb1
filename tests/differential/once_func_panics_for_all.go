// With a function that runs once, every caller has the panic of the one run.
//
// Output:
// runs
// recovered: out of ink
// recovered: out of ink
package main

import (
	"fmt"
	"sync"
)

func main() {
	printIt := sync.OnceFunc(func() {
		fmt.Println("runs")
		panic("out of ink")
	})
	for range 2 {
		func() {
			defer func() { fmt.Println("recovered:", recover()) }()
			printIt()
		}()
	}
}
