// Channels are equal if they come from the same make. A map can be keyed by them.
//
// Output:
// true
// false
// the left one
package main

import "fmt"

func main() {
	left, right := make(chan int), make(chan int)
	carrier := make(chan chan int, 1)
	carrier <- left
	same := <-carrier
	fmt.Println(same == left)
	fmt.Println(left == right)
	names := map[chan int]string{left: "the left one", right: "the right one"}
	fmt.Println(names[same])
}
