// A chain of goroutines, one for each prime found so far, lets through what its prime does not divide.
//
// Output:
// 2 3 5 7 11 13 17 19 23 29
package main

import (
	"fmt"
	"strings"
)

func from(first int) <-chan int {
	out := make(chan int)
	go func() {
		for v := first; ; v++ {
			out <- v
		}
	}()
	return out
}

func without(prime int, in <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		for v := range in {
			if v%prime != 0 {
				out <- v
			}
		}
	}()
	return out
}

func main() {
	var primes []string
	candidates := from(2)
	for range 10 {
		prime := <-candidates
		primes = append(primes, fmt.Sprint(prime))
		candidates = without(prime, candidates)
	}
	fmt.Println(strings.Join(primes, " "))
}
