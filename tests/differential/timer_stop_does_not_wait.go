// Stop does not wait for a function that runs already.
//
// Output:
// stopped: false
// the function goes on
package main

import (
	"fmt"
	"time"
)

func main() {
	running, goOn, over := make(chan bool), make(chan bool), make(chan bool)
	timer := time.AfterFunc(0, func() {
		running <- true
		<-goOn
		fmt.Println("the function goes on")
		over <- true
	})
	<-running
	fmt.Println("stopped:", timer.Stop())
	goOn <- true
	<-over
}
