// An error can be what a program panics with. It says what the error says.
//
// Output:
// opening
// Stderr: panic: shelf 3 is empty
package main

import "fmt"

func main() {
	fmt.Println("opening")
	panic(fmt.Errorf("shelf %d is empty", 3))
}
