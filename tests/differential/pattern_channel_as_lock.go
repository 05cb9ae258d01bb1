// A channel with room for one is a lock: who sends has it, who receives gives it back.
//
// Output:
// 4000
package main

import "fmt"

func main() {
	lock, done := make(chan struct{}, 1), make(chan struct{})
	count := 0
	for range 4 {
		go func() {
			for range 1000 {
				lock <- struct{}{}
				count++
				<-lock
			}
			done <- struct{}{}
		}()
	}
	for range 4 {
		<-done
	}
	fmt.Println(count)
}
