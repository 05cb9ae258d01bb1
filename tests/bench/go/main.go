// The rows of ./course bench in Go: the same programs as those in Java beside it.
//
// Like Worker.java it measures what it is asked for, line by line.
// In: NAME WARM-UPS ITERATIONS MILLISECONDS [PARAMETER=VALUE].
// Out: "ok" and the nanoseconds of each iteration, or "failed" and why.
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

// A program runs once with the parameter's value and says how many operations that were.
type program func(parameter int) (operations int, err error)

func main() {
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
	run, known := programs[words[0]]
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
	warmUps, iterations := numbers[0], numbers[1]
	least := time.Duration(numbers[2]) * time.Millisecond
	var times []string
	for i := range warmUps + iterations {
		nanos, err := iteration(run, parameter, least)
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
func iteration(run program, parameter int, least time.Duration) (float64, error) {
	begin := time.Now()
	total := 0
	for {
		operations, err := run(parameter)
		if err != nil {
			return 0, err
		}
		total += operations
		if passed := time.Since(begin); passed >= least {
			return float64(passed.Nanoseconds()) / float64(total), nil
		}
	}
}
