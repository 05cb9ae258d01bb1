// The top is never done. In a select its channel is as if it were not there.
//
// Output:
// nothing is ready
// background lives: true
// todo lives: true
package main

import (
	"context"
	"fmt"
)

func main() {
	select {
	case <-context.Background().Done():
		fmt.Println("the top is done")
	default:
		fmt.Println("nothing is ready")
	}
	fmt.Println("background lives:", context.Background().Err() == nil)
	fmt.Println("todo lives:", context.TODO().Err() == nil)
}
