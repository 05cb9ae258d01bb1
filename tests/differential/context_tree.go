// Cancelling a context cancels all below it, and none above or beside it.
//
// Output:
// child: context canceled
// grandchild: context canceled
// sibling lives: true
// parent lives: true
package main

import (
	"context"
	"fmt"
)

func main() {
	parent, cancelParent := context.WithCancel(context.Background())
	defer cancelParent()
	child, cancelChild := context.WithCancel(parent)
	grandchild, cancelGrandchild := context.WithCancel(child)
	defer cancelGrandchild()
	sibling, cancelSibling := context.WithCancel(parent)
	defer cancelSibling()
	cancelChild()
	fmt.Println("child:", child.Err())
	fmt.Println("grandchild:", grandchild.Err())
	fmt.Println("sibling lives:", sibling.Err() == nil)
	fmt.Println("parent lives:", parent.Err() == nil)
}
