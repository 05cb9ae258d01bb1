// A token goes round a ring of goroutines; every visit adds one.
//
// Output:
// after 3 rounds of 10: 30
package main

import "fmt"

func main() {
	ring := make([]chan int, 10)
	for i := range ring {
		ring[i] = make(chan int)
	}
	result := make(chan int)
	for i := range ring {
		in, out := ring[i], ring[(i+1)%len(ring)]
		go func() {
			for token := range in {
				if token++; token == 30 {
					result <- token
					return
				}
				out <- token
			}
		}()
	}
	ring[0] <- 0
	fmt.Println("after 3 rounds of 10:", <-result)
}
