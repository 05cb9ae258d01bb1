// A select in a loop that must be fast. In Java it is made once, before the loop, and the loop sees its cases.
//
// Output:
// sum 15
// the end
package main

import "fmt"

func main() {
	in, quit := make(chan int), make(chan struct{})
	go func() {
		for i := 1; i <= 5; i++ {
			in <- i
		}
		close(quit)
	}()
	sum := 0
loop:
	for {
		select {
		case v := <-in:
			sum += v
		case <-quit:
			break loop
		}
	}
	fmt.Println("sum", sum)
	fmt.Println("the end")
}
