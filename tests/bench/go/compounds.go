package main

import (
	"context"
	"sync"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"
)

// As in Work.java.
const (
	tasks   = 10_000
	piped   = 10_000
	stages  = 5
	permits = 2
	reads   = 16
)

// As Work.job: some hundred nanoseconds of work.
func job(n int) int {
	x := uint32(n)
	for range 100 {
		x = x*1664525 + 1013904223
	}
	return int(x >> 16)
}

// A group of tasks, of which the first failure would be told; none fails.
func group() (int, error) {
	results := make([]int32, tasks)
	var all errgroup.Group
	for me := range tasks {
		all.Go(func() error {
			results[me] = int32(me)
			return nil
		})
	}
	if err := all.Wait(); err != nil {
		return 0, err
	}
	sum := 0
	for _, result := range results {
		sum += int(result)
	}
	return checked(sum, sumTo(tasks), tasks)
}

// Four goroutines, two permits.
func semaphoreFour() (int, error) {
	sem := semaphore.NewWeighted(permits)
	return fourCount(func(_, sum int) int {
		if sem.Acquire(context.Background(), 1) != nil {
			return sum // then the sum is wrong
		}
		sum++
		sem.Release(1)
		return sum
	})
}

// Four goroutines read under a lock; one time in sixteen they write.
func rwMutexFour() (int, error) {
	var lock sync.RWMutex
	shared := 0
	return fourCount(func(i, sum int) int {
		if i%reads == 0 {
			lock.Lock()
			shared++
			lock.Unlock()
			return sum + 1
		}
		lock.RLock()
		if shared >= 0 {
			sum++
		}
		lock.RUnlock()
		return sum
	})
}

func fourCount(step func(i, sum int) int) (int, error) {
	const each = buffered / sides
	var sums [sides]int
	var all sync.WaitGroup
	for me := range sides {
		all.Go(func() {
			sum := 0
			for i := range each {
				sum = step(i, sum)
			}
			sums[me] = sum
		})
	}
	all.Wait()
	return checked(sums[0]+sums[1]+sums[2]+sums[3], buffered, buffered)
}

// Four workers take jobs from one channel and send their results on another.
func pool() (int, error) {
	jobs, results := make(chan int, sides), make(chan int, sides)
	for range sides {
		go func() {
			for one := range jobs {
				results <- job(one)
			}
		}()
	}
	go func() {
		for i := range handOffs {
			jobs <- i
		}
		close(jobs)
	}()
	want, sum := 0, 0
	for i := range handOffs {
		sum += <-results
		want += job(i)
	}
	return checked(sum, want, handOffs)
}

// Five stages, joined by unbuffered channels; each adds one to what it gets.
func pipeline() (int, error) {
	source := make(chan int)
	last := source
	for range stages {
		in, out := last, make(chan int)
		go func() {
			for value := range in {
				out <- value + 1
			}
			close(out)
		}()
		last = out
	}
	go func() {
		for i := range piped {
			source <- i
		}
		close(source)
	}()
	sum := 0
	for value := range last {
		sum += value
	}
	return checked(sum, sumTo(piped)+stages*piped, piped)
}
