// A case on a nil channel is never chosen. So a loop over two inputs puts out the one that has ended.
//
// Output:
// the left ended
// the right ended
// sum 66
package main

import "fmt"

func main() {
	left, right, leftOver := make(chan int), make(chan int), make(chan bool)
	go func() {
		left <- 1
		left <- 2
		left <- 3
		close(left)
	}()
	go func() {
		right <- 10
		right <- 20
		<-leftOver
		right <- 30
		close(right)
	}()
	sum := 0
	for open := 2; open > 0; {
		select {
		case v, ok := <-left:
			if !ok {
				fmt.Println("the left ended")
				left = nil
				open--
				close(leftOver)
			}
			sum += v
		case v, ok := <-right:
			if !ok {
				fmt.Println("the right ended")
				right = nil
				open--
			}
			sum += v
		}
	}
	fmt.Println("sum", sum)
}
