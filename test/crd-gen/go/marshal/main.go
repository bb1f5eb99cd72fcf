// Command marshal reads one JSON value a line and answers, a line each, with a JSON object that holds
// the YAML that sigs.k8s.io/yaml writes for it, or the error.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"

	"sigs.k8s.io/yaml"
)

type answer struct {
	YAML  string `json:"yaml"`
	Error string `json:"error,omitempty"`
}

func marshal(line []byte) answer {
	var value any
	decoder := json.NewDecoder(bytes.NewReader(line))
	decoder.UseNumber()
	if err := decoder.Decode(&value); err != nil {
		return answer{Error: err.Error()}
	}
	text, err := yaml.Marshal(value)
	if err != nil {
		return answer{Error: err.Error()}
	}
	return answer{YAML: string(text)}
}

func main() {
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	encoder := json.NewEncoder(out)
	for {
		line, err := in.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			if err := encoder.Encode(marshal(line)); err != nil {
				panic(err)
			}
		}
		if err != nil {
			return
		}
	}
}
