// A select has no priorities. One inside the default of another makes some.
//
// Output:
// fire
// smoke
// coffee
package main

import "fmt"

func main() {
	urgent, normal := make(chan string, 2), make(chan string, 1)
	normal <- "coffee"
	urgent <- "fire"
	urgent <- "smoke"
	for range 3 {
		select {
		case v := <-urgent:
			fmt.Println(v)
		default:
			select {
			case v := <-urgent:
				fmt.Println(v)
			case v := <-normal:
				fmt.Println(v)
			}
		}
	}
}
