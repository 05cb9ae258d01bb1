// The earlier deadline counts, be it the parent's or one's own.
//
// Output:
// top has one: false
// a later one is the parent's: true
// an earlier one is one's own: true
// a child without one has the parent's: true
package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	_, has := context.Background().Deadline()
	fmt.Println("top has one:", has)
	at := time.Now().Add(time.Hour)
	parent, cancel := context.WithDeadline(context.Background(), at)
	defer cancel()
	later, cancelLater := context.WithDeadline(parent, at.Add(time.Hour))
	defer cancelLater()
	got, _ := later.Deadline()
	fmt.Println("a later one is the parent's:", got.Equal(at))
	earlier, cancelEarlier := context.WithDeadline(parent, at.Add(-time.Minute))
	defer cancelEarlier()
	got, _ = earlier.Deadline()
	fmt.Println("an earlier one is one's own:", got.Equal(at.Add(-time.Minute)))
	child, cancelChild := context.WithCancel(parent)
	defer cancelChild()
	got, _ = child.Deadline()
	fmt.Println("a child without one has the parent's:", got.Equal(at))
}
