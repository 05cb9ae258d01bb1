// One channel may stand in several cases. Each has its share, whatever the order in which they are written.
//
// Outcomes: 1 | 2 | 3 | 4 | 5 | 6
package main

import "fmt"

func main() {
	die := make(chan int, 1)
	select {
	case die <- 1:
	case die <- 2:
	case die <- 3:
	case die <- 4:
	case die <- 5:
	case die <- 6:
	}
	fmt.Println(<-die)
}
