// The length counts what is in the buffer; the capacity never changes. A nil channel has neither.
//
// Output:
// 0 of 3
// 2 of 3
// 1 of 3
// 0 of 0
// 0 of 0
package main

import "fmt"

func show(ch chan string) {
	fmt.Println(len(ch), "of", cap(ch))
}

func main() {
	ch := make(chan string, 3)
	show(ch)
	ch <- "a"
	ch <- "b"
	show(ch)
	<-ch
	show(ch)
	show(make(chan string))
	show(nil)
}
