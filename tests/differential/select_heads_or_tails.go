// Of two cases that are ready, either may be chosen.
//
// Outcomes: heads | tails
package main

import "fmt"

func main() {
	heads, tails := make(chan string, 1), make(chan string, 1)
	heads <- "heads"
	tails <- "tails"
	select {
	case side := <-heads:
		fmt.Println(side)
	case side := <-tails:
		fmt.Println(side)
	}
}
