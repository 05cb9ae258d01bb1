// A loop over a channel that nobody closes waits for more when all have gone.
//
// Output:
// 1
// 2
// Stderr: fatal error: all goroutines are asleep - deadlock!
package main

import "fmt"

func main() {
	ch := make(chan int)
	go func() {
		ch <- 1
		ch <- 2
	}()
	for v := range ch {
		fmt.Println(v)
	}
}
