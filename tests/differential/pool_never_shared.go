// Four goroutines use what a pool gives. Each has its thing alone, so no use of it is lost.
//
// Output:
// 4000 uses
package main

import (
	"fmt"
	"sync"
)

type thing struct{ uses int }

func main() {
	var lock sync.Mutex
	all := map[*thing]bool{}
	pool := sync.Pool{New: func() any {
		made := &thing{}
		lock.Lock()
		all[made] = true
		lock.Unlock()
		return made
	}}
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for range 1000 {
				mine := pool.Get().(*thing)
				mine.uses++
				pool.Put(mine)
			}
		})
	}
	group.Wait()
	uses := 0
	for one := range all {
		uses += one.uses
	}
	fmt.Println(uses, "uses")
}
