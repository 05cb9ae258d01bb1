// A pool makes a thing for each who asks while nobody has put one back.
//
// Output:
// made
// made
// two things
package main

import (
	"fmt"
	"sync"
)

type thing struct{ uses int }

func main() {
	pool := sync.Pool{New: func() any {
		fmt.Println("made")
		return &thing{}
	}}
	first, second := pool.Get().(*thing), pool.Get().(*thing)
	if first != second {
		fmt.Println("two things")
	}
}
