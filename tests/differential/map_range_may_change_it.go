// While a range goes on, the map may be changed, and ranged over within. No key comes twice.
//
// Output:
// 100 came, 100 are left
// 10 came, then it was enough
package main

import (
	"fmt"
	"sync"
)

func main() {
	var m sync.Map
	for i := range 100 {
		m.Store(i, i)
	}
	came := 0
	m.Range(func(key, value any) bool {
		came++
		m.Delete(key)
		m.Store(key, value)
		return true
	})
	left := 0
	m.Range(func(key, value any) bool {
		left++
		return true
	})
	fmt.Printf("%d came, %d are left\n", came, left)
	came = 0
	m.Range(func(key, value any) bool {
		came++
		m.Range(func(other, value any) bool { return false })
		return came < 10
	})
	fmt.Printf("%d came, then it was enough\n", came)
}
