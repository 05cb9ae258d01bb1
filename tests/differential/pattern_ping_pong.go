// Two players hit one ball to and fro.
//
// Output:
// ping 1
// pong 2
// ping 3
// pong 4
package main

import "fmt"

func main() {
	ping, pong := make(chan int), make(chan int)
	go func() {
		for ball := range pong {
			fmt.Println("pong", ball)
			ping <- ball + 1
		}
	}()
	ball := 1
	for range 2 {
		fmt.Println("ping", ball)
		pong <- ball + 1
		ball = <-ping
	}
}
