// In Go a panic in any goroutine ends the program. In Java it ends the goroutine, and is told;
// who waits for it learns of it.
//
// Output:
// before
// Stderr: panic: the oven is on fire
package main

import "fmt"

func main() {
	fmt.Println("before")
	go func() {
		panic("the oven is on fire")
	}()
	select {}
}
