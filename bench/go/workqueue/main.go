// Command workqueue sends a million items through a queue, so many at a time, and prints the nanoseconds per
// item: the middle of the rounds.
package main

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"time"

	"k8s.io/client-go/util/workqueue"
)

const items = 1_000_000

func number(text string) int {
	value, err := strconv.Atoi(text)
	if err != nil {
		panic(err)
	}
	return value
}

func main() {
	atATime, rounds := number(os.Args[1]), number(os.Args[2])
	keys := make([]string, atATime)
	for i := range keys {
		keys[i] = fmt.Sprintf("default/database-%d", i)
	}
	var times []float64
	for range rounds {
		queue := workqueue.NewTyped[string]()
		start := time.Now()
		for done := 0; done < items; done += atATime {
			for _, key := range keys {
				queue.Add(key)
			}
			for range keys {
				key, _ := queue.Get()
				queue.Done(key)
			}
		}
		times = append(times, float64(time.Since(start).Nanoseconds())/items)
		if queue.Len() > 0 {
			panic("something was left")
		}
		queue.ShutDown()
	}
	slices.Sort(times)
	fmt.Println(times[len(times)/2])
}
