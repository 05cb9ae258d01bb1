// A select waits until one of its cases can go on.
//
// Output:
// a number: 7
// a word: seven
package main

import "fmt"

func main() {
	numbers, words, next := make(chan int), make(chan string), make(chan bool)
	go func() {
		numbers <- 7
		<-next
		words <- "seven"
	}()
	for range 2 {
		select {
		case n := <-numbers:
			fmt.Println("a number:", n)
			next <- true
		case w := <-words:
			fmt.Println("a word:", w)
		}
	}
}
