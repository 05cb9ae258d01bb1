// Three workers share the jobs; each job is done by one of them.
//
// Output:
// 10 results, sum 285
package main

import (
	"fmt"
	"sync"
)

func main() {
	jobs, results := make(chan int), make(chan int)
	var workers sync.WaitGroup
	for range 3 {
		workers.Go(func() {
			for n := range jobs {
				results <- n * n
			}
		})
	}
	go func() {
		for n := range 10 {
			jobs <- n
		}
		close(jobs)
		workers.Wait()
		close(results)
	}()
	count, sum := 0, 0
	for square := range results {
		count++
		sum += square
	}
	fmt.Printf("%d results, sum %d\n", count, sum)
}
