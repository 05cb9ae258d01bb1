// A send on an unbuffered channel ends only when its value is received: what the receiver did before that is done.
//
// Output:
// the cup is on the table
package main

import "fmt"

func main() {
	place := "nowhere"
	ready := make(chan string)
	go func() {
		place = "on the table"
		<-ready
	}()
	ready <- "coffee"
	fmt.Println("the cup is", place)
}
