package main

import (
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
)

// Widget is the custom resource of the benchmark, as client-gen's input declares one.
type Widget struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`
	Spec              WidgetSpec   `json:"spec"`
	Status            WidgetStatus `json:"status,omitempty"`
}

type WidgetSpec struct {
	Image      string            `json:"image"`
	Replicas   *int32            `json:"replicas,omitempty"`
	Mode       string            `json:"mode,omitempty"`
	Parameters map[string]string `json:"parameters,omitempty"`
	Ports      []WidgetPort      `json:"ports,omitempty"`
	Args       []string          `json:"args,omitempty"`
}

type WidgetPort struct {
	Name string `json:"name"`
	Port int32  `json:"port,omitempty"`
}

type WidgetStatus struct {
	Phase string `json:"phase,omitempty"`
}

type WidgetList struct {
	metav1.TypeMeta `json:",inline"`
	metav1.ListMeta `json:"metadata"`
	Items           []Widget `json:"items"`
}

// DeepCopyObject is shallow below the metadata: nothing here changes a copy.
func (w *Widget) DeepCopyObject() runtime.Object {
	out := *w
	w.ObjectMeta.DeepCopyInto(&out.ObjectMeta)
	return &out
}

func (l *WidgetList) DeepCopyObject() runtime.Object {
	out := *l
	return &out
}

var groupVersion = schema.GroupVersion{Group: "bench.example.com", Version: "v1"}

func newScheme() *runtime.Scheme {
	scheme := runtime.NewScheme()
	scheme.AddKnownTypes(groupVersion, &Widget{}, &WidgetList{})
	metav1.AddToGroupVersion(scheme, groupVersion)
	return scheme
}
