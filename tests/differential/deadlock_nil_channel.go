// Nobody can ever send on a nil channel.
//
// Output:
// waits
// Stderr: fatal error: all goroutines are asleep - deadlock!
package main

import "fmt"

func main() {
	var ch chan int
	fmt.Println("waits")
	<-ch
}
