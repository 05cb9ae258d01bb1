// Three search for the same thing. The first answer is taken, and nobody waits for ever to give the others.
//
// Possibly: found by a | found by b | found by c
package main

import "fmt"

func main() {
	answers := make(chan string, 3)
	for _, name := range []string{"a", "b", "c"} {
		go func() { answers <- "found by " + name }()
	}
	fmt.Println(<-answers)
}
