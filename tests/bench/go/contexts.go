package main

import (
	"context"
	"errors"
)

// As in Work.java.
const lookUps = 1_000

type key int

const (
	wanted key = iota
	other
)

var errAlive = errors.New("a context whose parent was cancelled: got no error, want one")

// Looks the value up that stands at the root of a chain of values.
func value(depth int) (program, func()) {
	leaf := context.WithValue(context.Background(), wanted, 1)
	for i := range depth {
		leaf = context.WithValue(leaf, other, i)
	}
	return func() (int, error) {
		sum := 0
		for range lookUps {
			sum += leaf.Value(wanted).(int)
		}
		return checked(sum, lookUps, lookUps)
	}, func() {}
}

// Makes a chain of contexts and cancels its root.
func chain(depth int) (int, error) {
	root, cancel := context.WithCancel(context.Background())
	leaf, last := root, cancel
	for range depth {
		leaf, last = context.WithCancel(leaf)
	}
	cancel()
	last() // and all between were cancelled with the root
	return cancelled(leaf)
}

// Makes so many children of one context and cancels that.
func children(count int) (int, error) {
	root, cancel := context.WithCancel(context.Background())
	child, last := root, cancel
	for range count {
		child, last = context.WithCancel(root)
	}
	cancel()
	last() // and all others were cancelled with the root
	return cancelled(child)
}

// Makes one more child of a context that has many, and cancels the child.
func oneOfMany(count int) (program, func()) {
	parent, done := context.WithCancel(context.Background())
	ends := []context.CancelFunc{done}
	for range count {
		_, end := context.WithCancel(parent)
		ends = append(ends, end)
	}
	run := func() (int, error) {
		child, cancel := context.WithCancel(parent)
		cancel()
		return cancelled(child)
	}
	return run, func() {
		for _, end := range ends {
			end()
		}
	}
}

func cancelled(c context.Context) (int, error) {
	if c.Err() == nil {
		return 0, errAlive
	}
	return 1, nil
}
