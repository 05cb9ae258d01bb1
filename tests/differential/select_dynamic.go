// The cases of a select can be made while the program runs.
//
// Output:
// case 3 received 30
// case 1 received 10
// case 2 was closed
package main

import (
	"fmt"
	"reflect"
)

func main() {
	var channels []chan int
	var cases []reflect.SelectCase
	for range 4 {
		ch := make(chan int, 1)
		channels = append(channels, ch)
		cases = append(cases, reflect.SelectCase{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(ch)})
	}
	wait := func() {
		index, value, ok := reflect.Select(cases)
		if ok {
			fmt.Println("case", index, "received", value)
		} else {
			fmt.Println("case", index, "was closed")
		}
	}
	channels[3] <- 30
	wait()
	channels[1] <- 10
	wait()
	close(channels[2])
	wait()
}
