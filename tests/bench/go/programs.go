package main

import (
	"errors"
	"fmt"
	"sync"
	"time"
)

// As in Work.java.
const (
	handOffs = 20_000
	buffered = 100_000
	starts   = 100_000
	sides    = 4
)

var programs = map[string]prepare{
	"unbuffered": plain(func() (int, error) { return oneToOne(0, handOffs) }),
	"buf100":     plain(func() (int, error) { return oneToOne(100, buffered) }),
	"roundTrip":  plain(roundTrip),
	"buf1000":    plain(fourToFour),
	"select4":    plain(selectOverFour),
	"orTimeout":  plain(orTimeout),
	"start":      plain(startAndJoin),
	"timer":      plain(timerStopped),
	"mutex":      plain(mutexFour),
	"group":      plain(group),
	"semaphore":  plain(semaphoreFour),
	"rwMutex":    plain(rwMutexFour),
	"pool":       plain(pool),
	"pipeline":   plain(pipeline),
	"value":      value,
	"chain":      sized(chain),
	"children":   sized(children),
	"oneOfMany":  oneOfMany,
	"select":     sized(selectOver),
	"serve": func(size int) (program, func()) {
		c := gather(size)
		return c.serve, c.dismiss
	},
	"cancel": func(size int) (program, func()) {
		c := gather(size)
		return c.cancel, c.dismiss
	},
}

// A program that needs no preparation.
func plain(run program) prepare {
	return func(int) (program, func()) { return run, func() {} }
}

// A program that needs no more than its parameter.
func sized(run func(int) (int, error)) prepare {
	return func(size int) (program, func()) {
		return func() (int, error) { return run(size) }, func() {}
	}
}

// The sum of 0 to count-1, which is what receivers must find.
func sumTo(count int) int { return count * (count - 1) / 2 }

func checked(got, want, operations int) (int, error) {
	if got != want {
		return 0, fmt.Errorf("sum of what was received: got %d, want %d", got, want)
	}
	return operations, nil
}

// One goroutine sends, another receives.
func oneToOne(capacity, count int) (int, error) {
	ch := make(chan int, capacity)
	go func() {
		for i := range count {
			ch <- i
		}
	}()
	sum := 0
	for range count {
		sum += <-ch
	}
	return checked(sum, sumTo(count), count)
}

// A request over one channel, its answer over another.
func roundTrip() (int, error) {
	requests, answers := make(chan int), make(chan int)
	go func() {
		for range handOffs {
			answers <- <-requests
		}
	}()
	sum := 0
	for i := range handOffs {
		requests <- i
		sum += <-answers
	}
	return checked(sum, sumTo(handOffs), handOffs)
}

// A buffer of 1000 between four senders and four receivers.
func fourToFour() (int, error) {
	const each = buffered / sides
	ch := make(chan int, 1000)
	var sums [sides]int
	var all sync.WaitGroup
	for me := range sides {
		all.Go(func() {
			for i := range each {
				ch <- i
			}
		})
		all.Go(func() {
			sum := 0
			for range each {
				sum += <-ch
			}
			sums[me] = sum
		})
	}
	all.Wait()
	return checked(sums[0]+sums[1]+sums[2]+sums[3], sides*sumTo(each), buffered)
}

// Four goroutines send, each on a channel of its own; one receives from whichever is ready.
func selectOverFour() (int, error) {
	const each = handOffs / sides
	var channels [sides]chan int
	for side := range sides {
		ch := make(chan int)
		channels[side] = ch
		go func() {
			for i := range each {
				ch <- i
			}
		}()
	}
	c0, c1, c2, c3 := channels[0], channels[1], channels[2], channels[3]
	sum := 0
	for range handOffs {
		select {
		case v := <-c0:
			sum += v
		case v := <-c1:
			sum += v
		case v := <-c2:
			sum += v
		case v := <-c3:
			sum += v
		}
	}
	return checked(sum, sides*sumTo(each), handOffs)
}

// One to one, and each receive is a select that would give up after a minute.
func orTimeout() (int, error) {
	ch := make(chan int)
	go func() {
		for i := range handOffs {
			ch <- i
		}
	}()
	sum := 0
	for range handOffs {
		select {
		case v := <-ch:
			sum += v
		case <-time.After(time.Minute):
			return 0, errors.New("nothing was received for a minute")
		}
	}
	return checked(sum, sumTo(handOffs), handOffs)
}

// Makes timers that would fire in a minute, and stops each.
func timerStopped() (int, error) {
	for range handOffs {
		if !time.NewTimer(time.Minute).Stop() {
			return 0, errors.New("a timer of a minute fired")
		}
	}
	return handOffs, nil
}

// Four goroutines count under one lock.
func mutexFour() (int, error) {
	const each = buffered / sides
	var lock sync.Mutex
	var all sync.WaitGroup
	count := 0
	for range sides {
		all.Go(func() {
			for range each {
				lock.Lock()
				count++
				lock.Unlock()
			}
		})
	}
	all.Wait()
	return checked(count, buffered, buffered)
}

// Starts 100 000 goroutines, then waits for all.
func startAndJoin() (int, error) {
	results := make([]int32, starts)
	var all sync.WaitGroup
	for me := range starts {
		all.Go(func() { results[me] = int32(me) })
	}
	all.Wait()
	sum := 0
	for _, result := range results {
		sum += int(result)
	}
	return checked(sum, sumTo(starts), starts)
}
