// A function returns from inside a case; in Java, a select is an expression.
//
// Output:
// cached
// computed
// unknown
package main

import "fmt"

func answer(cache, worker <-chan string) string {
	select {
	case v := <-cache:
		return v
	default:
	}
	select {
	case v, ok := <-worker:
		if ok {
			return v
		}
		return "unknown"
	}
}

func main() {
	cache, worker := make(chan string, 1), make(chan string, 1)
	cache <- "cached"
	worker <- "computed"
	close(worker)
	for range 3 {
		fmt.Println(answer(cache, worker))
	}
}
