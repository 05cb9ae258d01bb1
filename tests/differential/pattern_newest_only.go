// A ring of two keeps the newest two values; who sends never waits for who receives.
//
// Output:
// 8
// 9
package main

import "fmt"

func newest(in <-chan int, room int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		var kept []int
		for in != nil || len(kept) > 0 {
			var to chan int
			var oldest int
			if len(kept) > 0 {
				to, oldest = out, kept[0]
			}
			select {
			case v, ok := <-in:
				if !ok {
					in = nil
				} else if kept = append(kept, v); len(kept) > room {
					kept = kept[1:]
				}
			case to <- oldest:
				kept = kept[1:]
			}
		}
	}()
	return out
}

func main() {
	in := make(chan int)
	out := newest(in, 2)
	for i := range 10 {
		in <- i
	}
	close(in)
	for v := range out {
		fmt.Println(v)
	}
}
