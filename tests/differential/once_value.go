// A value is made when somebody first asks for it, and kept.
//
// Output:
// asks
// makes it
// 42
// 42
package main

import (
	"fmt"
	"sync"
)

func main() {
	answer := sync.OnceValue(func() int {
		fmt.Println("makes it")
		return 6 * 7
	})
	fmt.Println("asks")
	first := answer()
	fmt.Println(first)
	fmt.Println(answer())
}
