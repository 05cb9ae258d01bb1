// An add tells the new number, a swap and bit operations the old one.
//
// Output:
// add: 42
// swap: 42
// compare and swap: false true
// and: 14, now 6
// or: 6, now 7
// wraps: -2147483648
package main

import (
	"fmt"
	"math"
	"sync/atomic"
)

func main() {
	var n atomic.Int32
	n.Store(40)
	fmt.Println("add:", n.Add(2))
	fmt.Println("swap:", n.Swap(5))
	fmt.Println("compare and swap:", n.CompareAndSwap(4, 6), n.CompareAndSwap(5, 14))
	fmt.Printf("and: %d, now %d\n", n.And(7), n.Load())
	fmt.Printf("or: %d, now %d\n", n.Or(1), n.Load())
	n.Store(math.MaxInt32)
	fmt.Println("wraps:", n.Add(1))
}
