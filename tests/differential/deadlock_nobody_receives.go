// There is room for one, and nobody takes it out.
//
// Output:
// sent 1
// Stderr: fatal error: all goroutines are asleep - deadlock!
package main

import "fmt"

func main() {
	ch := make(chan int, 1)
	for i := 1; i <= 2; i++ {
		ch <- i
		fmt.Println("sent", i)
	}
}
