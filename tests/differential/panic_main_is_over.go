// When main returns the program is over, whatever still runs or waits.
//
// Output:
// main is over
package main

import "fmt"

func main() {
	forever := make(chan int)
	go func() {
		<-forever
		fmt.Println("never")
	}()
	fmt.Println("main is over")
}
