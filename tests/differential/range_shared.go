// Several loops share a channel: each value goes to one of them.
//
// Output:
// sum 5050
package main

import "fmt"

func main() {
	values, sums := make(chan int), make(chan int)
	for range 3 {
		go func() {
			sum := 0
			for v := range values {
				sum += v
			}
			sums <- sum
		}()
	}
	for v := 1; v <= 100; v++ {
		values <- v
	}
	close(values)
	fmt.Println("sum", <-sums+<-sums+<-sums)
}
