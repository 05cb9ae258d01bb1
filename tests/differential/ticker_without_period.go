// A ticker needs a period; Tick without one is a nil channel.
//
// Output:
// recovered: non-positive interval for NewTicker
// nor can it lose it
// no tick
package main

import (
	"fmt"
	"time"
)

func main() {
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		time.NewTicker(0)
	}()
	func() {
		defer func() {
			if recover() != nil {
				fmt.Println("nor can it lose it")
			}
		}()
		time.NewTicker(time.Hour).Reset(-1)
	}()
	select {
	case <-time.Tick(0):
		fmt.Println("tick")
	default:
		fmt.Println("no tick")
	}
}
