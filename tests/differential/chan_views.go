// A function takes the side of a channel that it uses. A channel is either side.
//
// Output:
// 1 4 9
package main

import "fmt"

func square(in <-chan int, out chan<- int) {
	for v := range in {
		out <- v * v
	}
	close(out)
}

func main() {
	in, out := make(chan int), make(chan int)
	go square(in, out)
	go func() {
		for i := 1; i <= 3; i++ {
			in <- i
		}
		close(in)
	}()
	fmt.Println(<-out, <-out, <-out)
}
