// A goroutine that recovers from its panic can tell others of it, and the program goes on.
//
// Output:
// the worker: division by nobody
// and on we go
package main

import "fmt"

func main() {
	problems := make(chan any)
	go func() {
		defer func() { problems <- recover() }()
		panic("division by nobody")
	}()
	fmt.Println("the worker:", <-problems)
	fmt.Println("and on we go")
}
