// Leaving a loop over a channel neither closes nor drains it.
//
// Output:
// took 1
// left 2
// next 2
package main

import "fmt"

func main() {
	ch := make(chan int, 4)
	ch <- 1
	ch <- 2
	ch <- 3
	for v := range ch {
		fmt.Println("took", v)
		break
	}
	fmt.Println("left", len(ch))
	ch <- 4
	fmt.Println("next", <-ch)
}
