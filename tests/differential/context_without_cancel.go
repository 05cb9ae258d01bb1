// What must be finished has the values of its parent, and neither its deadline nor its end.
//
// Output:
// parent: context deadline exceeded
// the log lives: true
// it has no deadline: true
// it writes for ann
// its own child: context canceled
package main

import (
	"context"
	"fmt"
)

type key struct{}

func main() {
	top := context.WithValue(context.Background(), key{}, "ann")
	parent, cancel := context.WithTimeout(top, 0)
	defer cancel()
	log := context.WithoutCancel(parent)
	fmt.Println("parent:", parent.Err())
	fmt.Println("the log lives:", log.Err() == nil && context.Cause(log) == nil)
	_, has := log.Deadline()
	fmt.Println("it has no deadline:", !has)
	fmt.Println("it writes for", log.Value(key{}))
	child, cancelChild := context.WithCancel(log)
	cancelChild()
	fmt.Println("its own child:", child.Err())
}
