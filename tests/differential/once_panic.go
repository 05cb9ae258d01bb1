// A run that panics was the run: its caller has the panic, and later calls do nothing.
//
// Output:
// recovered: the key is stuck
// the second call does nothing
package main

import (
	"fmt"
	"sync"
)

func main() {
	var once sync.Once
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		once.Do(func() { panic("the key is stuck") })
	}()
	once.Do(func() { fmt.Println("tries again") })
	fmt.Println("the second call does nothing")
}
