// +groupName=defaultvalues.example.com
package v1

import (
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/util/intstr"
)

type Queue struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`

	// +kubebuilder:default={}
	Spec QueueSpec `json:"spec,omitempty"`
}

type QueueSpec struct {
	// Bare text.
	// +kubebuilder:default=standard
	Name string `json:"name,omitempty"`
	// +kubebuilder:default="5"
	Quoted string `json:"quoted,omitempty"`
	// +kubebuilder:default=`a "b" \n`
	Backticks string `json:"backticks,omitempty"`
	// +kubebuilder:default=a:b
	Colon string `json:"colon,omitempty"`
	// +kubebuilder:default=100Mi
	Memory resource.Quantity `json:"memory,omitempty"`
	// +kubebuilder:default=3
	Size int32 `json:"size,omitempty"`
	// +kubebuilder:default=-3
	Negative int64 `json:"negative,omitempty"`
	// +kubebuilder:default=true
	Enabled bool `json:"enabled,omitempty"`
	// +kubebuilder:default="50%"
	Surge intstr.IntOrString `json:"surge,omitempty"`
	// +kubebuilder:default={}
	Hosts []string `json:"hosts,omitempty"`
	// +kubebuilder:default={a,b}
	Zones []string `json:"zones,omitempty"`
	// +kubebuilder:default={a: x, "b-c": "2"}
	Labels map[string]string `json:"labels,omitempty"`
	// +kubebuilder:default={{name: a},{name: b, weight: 2}}
	Consumers []Consumer `json:"consumers,omitempty"`
	// +default={"schedule": "@daily", "days": [1, 2]}
	Backup *Backup `json:"backup,omitempty"`
	// +default=null
	Note *string `json:"note,omitempty"`
	// Both say the same.
	// +kubebuilder:default=7
	// +default=7
	Both int32 `json:"both,omitempty"`
	// +default=""
	Empty string `json:"empty,omitempty"`
}

type Consumer struct {
	Name string `json:"name"`
	// +default=1
	Weight int32 `json:"weight,omitempty"`
}

type Backup struct {
	Schedule string  `json:"schedule"`
	Days     []int32 `json:"days,omitempty"`
	// +kubebuilder:default=7
	Keep int32 `json:"keep,omitempty"`
}
