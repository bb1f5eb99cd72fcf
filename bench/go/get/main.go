// Command get reads one ConfigMap over and over, one request after another, and prints the milliseconds of
// each request.
package main

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"time"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/clientcmd"
)

func main() {
	config, err := clientcmd.BuildConfigFromFlags("", os.Args[1])
	if err != nil {
		panic(err)
	}
	// Without a limit: the default one would be what is measured.
	config.QPS = -1
	client, err := kubernetes.NewForConfig(config)
	if err != nil {
		panic(err)
	}
	namespace, name := os.Args[2], os.Args[3]
	count, err := strconv.Atoi(os.Args[4])
	if err != nil {
		panic(err)
	}
	for range count {
		start := time.Now()
		if _, err := client.CoreV1().ConfigMaps(namespace).Get(context.Background(), name, metav1.GetOptions{}); err != nil {
			panic(err)
		}
		fmt.Println(float64(time.Since(start).Nanoseconds()) / 1e6)
	}
}
