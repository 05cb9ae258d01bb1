// Values that two goroutines send on two channels all arrive at a select, each once.
//
// Output:
// 200 values, none twice
package main

import "fmt"

func main() {
	left, right := make(chan int), make(chan int)
	go func() {
		for i := range 100 {
			left <- i
		}
	}()
	go func() {
		for i := range 100 {
			right <- 100 + i
		}
	}()
	seen := map[int]bool{}
	for range 200 {
		select {
		case v := <-left:
			seen[v] = true
		case v := <-right:
			seen[v] = true
		}
	}
	fmt.Println(len(seen), "values, none twice")
}
