// Each value goes to two readers, whichever of them is ready first.
//
// Output:
// sum 15, product 120
package main

import "fmt"

func tee(in <-chan int) (<-chan int, <-chan int) {
	left, right := make(chan int), make(chan int)
	go func() {
		defer close(left)
		defer close(right)
		for v := range in {
			a, b := left, right
			for range 2 {
				select {
				case a <- v:
					a = nil
				case b <- v:
					b = nil
				}
			}
		}
	}()
	return left, right
}

func main() {
	in, product := make(chan int), make(chan int)
	left, right := tee(in)
	go func() {
		for v := 1; v <= 5; v++ {
			in <- v
		}
		close(in)
	}()
	go func() {
		p := 1
		for v := range right {
			p *= v
		}
		product <- p
	}()
	sum := 0
	for v := range left {
		sum += v
	}
	fmt.Printf("sum %d, product %d\n", sum, <-product)
}
