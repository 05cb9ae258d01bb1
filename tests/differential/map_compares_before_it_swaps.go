// A swap that compares does nothing where there is nothing, or something else. Nothing and nil are two things.
//
// Output:
// absent: false
// nil for absent: false
// stored: true
// stored again: false
// nil is a value: true
// deleted: false
// deleted: true
package main

import (
	"fmt"
	"sync"
)

func main() {
	var m sync.Map
	fmt.Println("absent:", m.CompareAndSwap("k", "a", "b"))
	fmt.Println("nil for absent:", m.CompareAndSwap("k", nil, "b"))
	m.Store("k", "a")
	fmt.Println("stored:", m.CompareAndSwap("k", "a", nil))
	fmt.Println("stored again:", m.CompareAndSwap("k", "a", "b"))
	fmt.Println("nil is a value:", m.CompareAndSwap("k", nil, "c"))
	fmt.Println("deleted:", m.CompareAndDelete("k", "b"))
	fmt.Println("deleted:", m.CompareAndDelete("k", "c"))
}
