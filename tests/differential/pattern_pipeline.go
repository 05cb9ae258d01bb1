// Stages run side by side, each connected to the next by a channel. A close runs through all of them.
//
// Output:
// sum of the squares of the odd numbers below 10: 165
package main

import "fmt"

func numbers(limit int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := range limit {
			out <- i
		}
	}()
	return out
}

func odd(in <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for v := range in {
			if v%2 == 1 {
				out <- v
			}
		}
	}()
	return out
}

func squares(in <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for v := range in {
			out <- v * v
		}
	}()
	return out
}

func main() {
	sum := 0
	for v := range squares(odd(numbers(10))) {
		sum += v
	}
	fmt.Println("sum of the squares of the odd numbers below 10:", sum)
}
