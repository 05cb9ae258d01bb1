// Each half is sorted by a goroutine of its own; the results come as streams, in order.
//
// Output:
// 1 2 3 4 5 6 7 8
package main

import (
	"fmt"
	"strings"
)

func sorted(values []int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		if len(values) == 1 {
			out <- values[0]
			return
		}
		half := len(values) / 2
		left, right := sorted(values[:half]), sorted(values[half:])
		a, moreLeft := <-left
		b, moreRight := <-right
		for moreLeft || moreRight {
			if moreLeft && (!moreRight || a < b) {
				out <- a
				a, moreLeft = <-left
			} else {
				out <- b
				b, moreRight = <-right
			}
		}
	}()
	return out
}

func main() {
	var words []string
	for v := range sorted([]int{5, 2, 8, 1, 7, 3, 6, 4}) {
		words = append(words, fmt.Sprint(v))
	}
	fmt.Println(strings.Join(words, " "))
}
