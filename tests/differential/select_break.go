// A break inside a case leaves the select, and not the loop around it.
//
// Output:
// 1
// 3
package main

import "fmt"

func main() {
	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	ch <- 3
	for range 3 {
		select {
		case v := <-ch:
			if v == 2 {
				break
			}
			fmt.Println(v)
		}
	}
}
