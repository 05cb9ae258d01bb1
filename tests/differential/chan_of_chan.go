// A channel carries channels: each request brings the one on which it wants its reply.
//
// Output:
// HELLO
// WORLD
package main

import (
	"fmt"
	"strings"
)

type request struct {
	word  string
	reply chan string
}

func main() {
	requests := make(chan request)
	go func() {
		for r := range requests {
			r.reply <- strings.ToUpper(r.word)
		}
	}()
	for _, word := range []string{"hello", "world"} {
		reply := make(chan string)
		requests <- request{word, reply}
		fmt.Println(<-reply)
	}
}
