package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

// As in Work.java.
const growth = 10_000

// One sender, round all channels; one receiver, whose select has a case for each.
func selectOver(cases int) (int, error) {
	channels := make([]chan int, cases)
	for i := range channels {
		channels[i] = make(chan int)
	}
	receive, known := selects[cases]
	if !known {
		return 0, fmt.Errorf("no select over %d", cases)
	}
	go func() {
		for i := range growth {
			channels[i%cases] <- i
		}
	}()
	sum := 0
	for range growth {
		sum += receive(channels)
	}
	return checked(sum, sumTo(growth), growth)
}

// So many goroutines that wait for a value from one channel, and wait again when they got one.
type crowd struct {
	crowded chan int
	all     sync.WaitGroup
}

// Starts them; returns when they wait, or are about to.
func gather(size int) *crowd {
	c := &crowd{crowded: make(chan int)}
	var arrived sync.WaitGroup
	arrived.Add(size)
	for range size {
		c.all.Go(func() {
			arrived.Done()
			for range c.crowded {
			}
		})
	}
	arrived.Wait()
	return c
}

// Lets them end.
func (c *crowd) dismiss() {
	close(c.crowded)
	c.all.Wait()
}

// Each value is taken by the goroutine that has waited longest, which then queues up behind all others.
func (c *crowd) serve() (int, error) {
	for i := range growth {
		c.crowded <- i
	}
	return growth, nil
}

// A select queues up behind the crowd, and leaves from there because its other case came.
func (c *crowd) cancel() (int, error) {
	quiet, answers := make(chan int), make(chan int)
	go func() {
		for range growth {
			select {
			case v := <-c.crowded:
				answers <- v
			case v := <-quiet:
				answers <- v
			}
		}
	}()
	sum := 0
	for i := range growth {
		quiet <- i
		sum += <-answers
	}
	return checked(sum, sumTo(growth), growth)
}

// Starts many goroutines that all block on one channel, and lets them go: for each, the time until it
// is blocked, the time until it is over after the close, and the memory it holds meanwhile.
func blocked(count int) (start, end, bytes float64) {
	gate, allHere := make(chan int), make(chan int, 1)
	var missing atomic.Int64
	missing.Store(int64(count))
	var all sync.WaitGroup
	before := used()
	begin := time.Now()
	for range count {
		all.Go(func() {
			if missing.Add(-1) == 0 {
				allHere <- 0
			}
			<-gate
		})
	}
	<-allHere
	start = float64(time.Since(begin).Nanoseconds())
	bytes = float64(used() - before)
	begin = time.Now()
	close(gate)
	all.Wait()
	end = float64(time.Since(begin).Nanoseconds())
	n := float64(count)
	return start / n, end / n, bytes / n
}

// Heap and stacks in use.
func used() int64 {
	runtime.GC()
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	return int64(memory.HeapAlloc + memory.StackInuse)
}
