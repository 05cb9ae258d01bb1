// A goroutine takes all that comes and hands it on when somebody asks: a queue without a bound.
//
// Output:
// 0 1 2 3 4 5 6 7 8 9
package main

import "fmt"

func queue(in <-chan int, out chan<- int) {
	defer close(out)
	var waiting []int
	for in != nil || len(waiting) > 0 {
		var next int
		ready := out
		if len(waiting) > 0 {
			next = waiting[0]
		} else {
			ready = nil
		}
		select {
		case v, ok := <-in:
			if ok {
				waiting = append(waiting, v)
			} else {
				in = nil
			}
		case ready <- next:
			waiting = waiting[1:]
		}
	}
}

func main() {
	in, out := make(chan int), make(chan int)
	go queue(in, out)
	for i := range 10 {
		in <- i
	}
	close(in)
	space := ""
	for v := range out {
		fmt.Print(space, v)
		space = " "
	}
	fmt.Println()
}
