// Nobody can be done who was not counted.
//
// Output:
// recovered: sync: negative WaitGroup counter
package main

import (
	"fmt"
	"sync"
)

func main() {
	defer func() { fmt.Println("recovered:", recover()) }()
	var group sync.WaitGroup
	group.Add(1)
	group.Done()
	group.Done()
}
