// The value set nearest above counts, and who looks from above does not see it.
//
// Output:
// parent: ann
// child: bob
// child's room: 7
// parent has no room: true
// two keys of one name are two: true
package main

import (
	"context"
	"fmt"
)

type key struct{ name string }

func main() {
	user, room, another := &key{"user"}, &key{"room"}, &key{"user"}
	parent := context.WithValue(context.Background(), user, "ann")
	child := context.WithValue(context.WithValue(parent, room, 7), user, "bob")
	child, cancel := context.WithCancel(child)
	defer cancel()
	fmt.Println("parent:", parent.Value(user))
	fmt.Println("child:", child.Value(user))
	fmt.Println("child's room:", child.Value(room))
	fmt.Println("parent has no room:", parent.Value(room) == nil)
	fmt.Println("two keys of one name are two:", child.Value(another) == nil)
}
