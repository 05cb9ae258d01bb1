// The rows of ./course bench in Go: the same programs as those in Java beside it.
//
// Like Worker.java it measures what it is asked for, line by line.
// In: NAME WARM-UPS ITERATIONS MILLISECONDS [PARAMETER=VALUE].
// Out: "ok" and the nanoseconds of each iteration, or "failed" and why.
//
// Called with "blocked N" it measures, once, N goroutines that block; see BlockedGoroutines.java.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
)

// A program runs once and says how many operations that were.
type program func() (operations int, err error)

// Prepares a program for a value of its parameter; gives also what to do when it has been measured.
type prepare func(parameter int) (program, func())

func main() {
	if len(os.Args) == 3 && os.Args[1] == "blocked" {
		count, err := strconv.Atoi(os.Args[2])
		if err != nil {
			fmt.Println("failed", err)
			return
		}
		for range 200 {
			blocked(1_000)
		}
		fmt.Print("ok ")
		fmt.Println(blocked(count))
		return
	}
	requests := bufio.NewScanner(os.Stdin)
	for requests.Scan() {
		times, err := measure(strings.Fields(requests.Text()))
		if err != nil {
			fmt.Println("failed", err)
			continue
		}
		fmt.Println("ok", strings.Join(times, " "))
	}
}

func measure(words []string) ([]string, error) {
	if len(words) < 4 {
		return nil, errors.New("got too few words, want NAME WARM-UPS ITERATIONS MILLISECONDS")
	}
	prepared, known := programs[words[0]]
	if !known {
		return nil, fmt.Errorf("no program %s", words[0])
	}
	var numbers [3]int
	for i := range numbers {
		number, err := strconv.Atoi(words[i+1])
		if err != nil {
			return nil, err
		}
		numbers[i] = number
	}
	parameter := 0
	if len(words) > 4 {
		_, value, _ := strings.Cut(words[4], "=")
		number, err := strconv.Atoi(value)
		if err != nil {
			return nil, err
		}
		parameter = number
	}
	run, done := prepared(parameter)
	defer done()
	warmUps, iterations := numbers[0], numbers[1]
	least := time.Duration(numbers[2]) * time.Millisecond
	var times []string
	for i := range warmUps + iterations {
		nanos, err := iteration(run, least)
		if err != nil {
			return nil, err
		}
		if i >= warmUps {
			times = append(times, strconv.FormatFloat(nanos, 'f', 3, 64))
		}
	}
	return times, nil
}

// Repeats the program for a time at least, as JMH does; gives nanoseconds per operation.
func iteration(run program, least time.Duration) (float64, error) {
	begin := time.Now()
	total := 0
	for {
		operations, err := run()
		if err != nil {
			return 0, err
		}
		total += operations
		if passed := time.Since(begin); passed >= least {
			return float64(passed.Nanoseconds()) / float64(total), nil
		}
	}
}
