// Two who need two locks, and take them in opposite order.
//
// Output:
// each has one
// Stderr: fatal error: all goroutines are asleep - deadlock!
package main

import (
	"fmt"
	"sync"
)

func main() {
	var knife, fork sync.Mutex
	hasOne := make(chan bool)
	goOn := make(chan bool)
	var eaters sync.WaitGroup
	eats := func(first, second *sync.Mutex) {
		first.Lock()
		hasOne <- true
		<-goOn
		second.Lock()
	}
	eaters.Go(func() { eats(&knife, &fork) })
	eaters.Go(func() { eats(&fork, &knife) })
	<-hasOne
	<-hasOne
	fmt.Println("each has one")
	close(goOn)
	eaters.Wait()
	fmt.Println("all have eaten")
}
