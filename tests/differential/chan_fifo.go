// The values of one sender are received in the order in which it sent them, with and without a buffer.
//
// Output:
// 1 2 3
// 1 2 3
package main

import "fmt"

func main() {
	for _, capacity := range []int{0, 2} {
		ch := make(chan int, capacity)
		go func() {
			for i := 1; i <= 3; i++ {
				ch <- i
			}
		}()
		fmt.Println(<-ch, <-ch, <-ch)
	}
}
