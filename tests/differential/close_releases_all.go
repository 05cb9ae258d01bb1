// A close reaches everybody who waits for it, as a value reaches one.
//
// Output:
// 5 started
package main

import "fmt"

func main() {
	start, started := make(chan struct{}), make(chan int)
	for range 5 {
		go func() {
			<-start
			started <- 1
		}()
	}
	close(start)
	sum := 0
	for range 5 {
		sum += <-started
	}
	fmt.Println(sum, "started")
}
