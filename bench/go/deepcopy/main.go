// Command deepcopy decodes objects, one JSON text a line, and prints the nanoseconds that DeepCopyObject
// takes for one of them: the middle of the rounds.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strconv"
	"time"

	"bench.example/kinds"

	"k8s.io/apimachinery/pkg/runtime"
)

func read(file string) []runtime.Object {
	input, err := os.Open(file)
	if err != nil {
		panic(err)
	}
	defer input.Close()
	lines := bufio.NewScanner(input)
	lines.Buffer(nil, 1<<24)
	var objects []runtime.Object
	for lines.Scan() {
		var kind struct {
			Kind string `json:"kind"`
		}
		if err := json.Unmarshal(lines.Bytes(), &kind); err != nil {
			panic(err)
		}
		object := kinds.New[kind.Kind]()
		if err := json.Unmarshal(lines.Bytes(), object); err != nil {
			panic(err)
		}
		objects = append(objects, object)
	}
	return objects
}

func main() {
	objects := read(os.Args[1])
	rounds, err := strconv.Atoi(os.Args[2])
	if err != nil {
		panic(err)
	}
	copies := make([]runtime.Object, len(objects))
	var times []float64
	for range rounds {
		start := time.Now()
		for i, object := range objects {
			copies[i] = object.DeepCopyObject()
		}
		times = append(times, float64(time.Since(start).Nanoseconds())/float64(len(objects)))
	}
	slices.Sort(times)
	fmt.Println(times[len(times)/2])
}
