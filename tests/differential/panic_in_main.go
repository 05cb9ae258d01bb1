// A panic that nobody recovers ends the program. What is deferred still runs.
//
// Output:
// before
// deferred
// Stderr: panic: the dishwasher is broken
package main

import "fmt"

func main() {
	defer fmt.Println("deferred")
	fmt.Println("before")
	panic("the dishwasher is broken")
}
