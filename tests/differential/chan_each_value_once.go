// Whoever sends and whoever receives, each value arrives at one place, once.
//
// Output:
// 300 values, none twice
package main

import "fmt"

func main() {
	values, seen := make(chan int, 2), make(chan int)
	for sender := range 3 {
		go func() {
			for i := range 100 {
				values <- 100*sender + i
			}
		}()
	}
	for range 4 {
		go func() {
			for v := range values {
				seen <- v
			}
		}()
	}
	counted := map[int]bool{}
	for range 300 {
		counted[<-seen] = true
	}
	fmt.Println(len(counted), "values, none twice")
}
