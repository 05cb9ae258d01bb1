// Two cases may receive from one channel. One of them gets the value.
//
// Outcomes: the upper case got 1 | the lower case got 1
package main

import "fmt"

func main() {
	ch := make(chan int)
	go func() { ch <- 1 }()
	select {
	case v := <-ch:
		fmt.Println("the upper case got", v)
	case v := <-ch:
		fmt.Println("the lower case got", v)
	}
}
