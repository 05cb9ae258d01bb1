// No context can be derived from none, and no value be set for no key.
//
// Output:
// recovered: cannot create context from nil parent
// recovered: nil key
package main

import (
	"context"
	"fmt"
)

func try(derive func()) {
	defer func() { fmt.Println("recovered:", recover()) }()
	derive()
}

func main() {
	try(func() {
		_, cancel := context.WithCancel(nil)
		cancel()
	})
	try(func() { context.WithValue(context.Background(), nil, "ann") })
}
