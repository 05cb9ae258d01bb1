// A context of one's own: what is derived from it is done when it is, and says why.
//
// Output:
// the child lives: true
// it is for ann
// context canceled
package main

import (
	"context"
	"fmt"
	"time"
)

type whistle struct {
	blown chan struct{}
}

func (w whistle) Deadline() (time.Time, bool) { return time.Time{}, false }

func (w whistle) Done() <-chan struct{} { return w.blown }

func (w whistle) Err() error {
	select {
	case <-w.blown:
		return context.Canceled
	default:
		return nil
	}
}

func (w whistle) Value(key any) any {
	if key == "user" {
		return "ann"
	}
	return nil
}

func main() {
	own := whistle{make(chan struct{})}
	child, cancel := context.WithCancel(own)
	defer cancel()
	fmt.Println("the child lives:", child.Err() == nil)
	fmt.Println("it is for", child.Value("user"))
	close(own.blown)
	<-child.Done()
	fmt.Println(child.Err())
}
