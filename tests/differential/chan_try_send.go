// A send that does not wait succeeds while the buffer has room. Without a buffer and a receiver it does not.
//
// Output:
// sent 3 of 5
// sent 0 of 5
package main

import "fmt"

func trySend(ch chan<- int, value int) bool {
	select {
	case ch <- value:
		return true
	default:
		return false
	}
}

func main() {
	for _, capacity := range []int{3, 0} {
		ch := make(chan int, capacity)
		sent := 0
		for i := range 5 {
			if trySend(ch, i) {
				sent++
			}
		}
		fmt.Println("sent", sent, "of 5")
	}
}
