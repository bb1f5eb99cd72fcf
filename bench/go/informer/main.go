// Command informer runs a shared informer of widgets and prints what it costs, one JSON object a line: until a handler
// has had all of them, and then for so many updates.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"os"
	"sync/atomic"
	"syscall"
	"time"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/serializer"
	"k8s.io/apimachinery/pkg/watch"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/tools/cache"
	"k8s.io/client-go/tools/clientcmd"
)

type usage struct {
	Objects   int     `json:"objects"`
	WallMs    float64 `json:"wallMs"`
	CPUMs     float64 `json:"cpuMs"`
	PeakBytes int64   `json:"peakBytes"`
}

type meter struct {
	start time.Time
	cpu   time.Duration
}

func rusage() (time.Duration, int64) {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano()), usage.Maxrss * 1024
}

func newMeter() meter {
	cpu, _ := rusage()
	return meter{start: time.Now(), cpu: cpu}
}

func (m meter) print(objects int) {
	cpu, peak := rusage()
	ms := func(duration time.Duration) float64 { return float64(duration.Nanoseconds()) / 1e6 }
	line := usage{Objects: objects, WallMs: ms(time.Since(m.start)), CPUMs: ms(cpu - m.cpu), PeakBytes: peak}
	if err := json.NewEncoder(os.Stdout).Encode(line); err != nil {
		panic(err)
	}
}

// newListWatch does what a generated informer of a clientset does.
func newListWatch(config *rest.Config) cache.ListerWatcher {
	scheme := newScheme()
	config.QPS = -1
	config.APIPath = "/apis"
	config.GroupVersion = &groupVersion
	config.NegotiatedSerializer = rest.CodecFactoryForGeneratedClient(scheme, serializer.NewCodecFactory(scheme)).WithoutConversion()
	client, err := rest.RESTClientFor(config)
	if err != nil {
		panic(err)
	}
	parameters := runtime.NewParameterCodec(scheme)
	lists := &cache.ListWatch{
		ListWithContextFunc: func(ctx context.Context, options metav1.ListOptions) (runtime.Object, error) {
			list := &WidgetList{}
			return list, client.Get().Resource("widgets").VersionedParams(&options, parameters).Do(ctx).Into(list)
		},
		WatchFuncWithContext: func(ctx context.Context, options metav1.ListOptions) (watch.Interface, error) {
			options.Watch = true
			return client.Get().Resource("widgets").VersionedParams(&options, parameters).Watch(ctx)
		},
	}
	return cache.ToListWatcherWithWatchListSemantics(lists, client)
}

func stripManagedFields(object any) (any, error) {
	if widget, ok := object.(*Widget); ok {
		widget.ManagedFields = nil
	}
	return object, nil
}

func main() {
	kubeconfig := flag.String("kubeconfig", "", "")
	updates := flag.Int64("updates", 0, "updates to wait for once everything is there")
	strip := flag.Bool("strip", false, "cache objects without managedFields")
	flag.Parse()
	config, err := clientcmd.BuildConfigFromFlags("", *kubeconfig)
	if err != nil {
		panic(err)
	}
	informer := cache.NewSharedIndexInformer(newListWatch(config), &Widget{}, 0, cache.Indexers{cache.NamespaceIndex: cache.MetaNamespaceIndexFunc})
	if *strip {
		if err := informer.SetTransform(stripManagedFields); err != nil {
			panic(err)
		}
	}
	var added int
	var updated atomic.Int64
	first := make(chan meter, 1)
	done := make(chan struct{})
	registration, err := informer.AddEventHandler(cache.ResourceEventHandlerFuncs{
		AddFunc: func(any) { added++ },
		UpdateFunc: func(any, any) {
			switch updated.Add(1) {
			case 1:
				first <- newMeter()
			case *updates:
				close(done)
			}
		},
	})
	if err != nil {
		panic(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	sync := newMeter()
	go informer.RunWithContext(ctx)
	if !cache.WaitForCacheSync(ctx.Done(), registration.HasSynced) {
		panic("not synced")
	}
	sync.print(added)
	if *updates > 0 {
		meter := <-first
		<-done
		meter.print(int(updated.Load()))
	}
}
