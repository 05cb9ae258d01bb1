// What a map finds, and whether it found anything, are two answers.
//
// Output:
// pear: 0 false
// pear: 3 false
// pear: 3 true
// swapped: 3 true
// pear: 5 true
// taken: 5 true
// taken: 0 false
package main

import (
	"fmt"
	"sync"
)

func say(what string, value any, ok bool) {
	if value == nil {
		value = 0
	}
	fmt.Println(what+":", value, ok)
}

func main() {
	var stock sync.Map
	value, ok := stock.Load("pear")
	say("pear", value, ok)
	value, ok = stock.LoadOrStore("pear", 3)
	say("pear", value, ok)
	value, ok = stock.LoadOrStore("pear", 4)
	say("pear", value, ok)
	value, ok = stock.Swap("pear", 5)
	say("swapped", value, ok)
	value, ok = stock.Load("pear")
	say("pear", value, ok)
	value, ok = stock.LoadAndDelete("pear")
	say("taken", value, ok)
	value, ok = stock.LoadAndDelete("pear")
	say("taken", value, ok)
}
