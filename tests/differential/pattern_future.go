// A result that is on its way is a channel with room for it: whoever makes it never waits.
//
// Output:
// meanwhile
// 3 + 4 is 7
package main

import "fmt"

func add(a, b int) <-chan int {
	sum := make(chan int, 1)
	go func() { sum <- a + b }()
	return sum
}

func main() {
	sum := add(3, 4)
	fmt.Println("meanwhile")
	fmt.Println("3 + 4 is", <-sum)
}
