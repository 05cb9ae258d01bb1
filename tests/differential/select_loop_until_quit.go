// A loop around a select ends when one of the cases says so.
//
// Output:
// 1
// 2
// 3
// bye
package main

import "fmt"

func main() {
	values, quit := make(chan int), make(chan struct{})
	go func() {
		for i := 1; i <= 3; i++ {
			values <- i
		}
		close(quit)
	}()
loop:
	for {
		select {
		case v := <-values:
			fmt.Println(v)
		case <-quit:
			break loop
		}
	}
	fmt.Println("bye")
}
