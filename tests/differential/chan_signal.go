// A value without content says only that something happened.
//
// Output:
// washed
// dried
package main

import "fmt"

func main() {
	done := make(chan struct{})
	go func() {
		fmt.Println("washed")
		done <- struct{}{}
	}()
	<-done
	fmt.Println("dried")
}
