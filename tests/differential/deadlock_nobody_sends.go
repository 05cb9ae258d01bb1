// Main waits for what nobody sends.
//
// Output:
// waits
// Stderr: fatal error: all goroutines are asleep - deadlock!
package main

import "fmt"

func main() {
	ch := make(chan int)
	fmt.Println("waits")
	fmt.Println(<-ch)
}
