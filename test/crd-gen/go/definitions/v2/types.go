// +groupName=definitions.example.com
// +kubebuilder:skip
package v2

import metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

// Scaled as it will be, in a version without definitions.
// +kubebuilder:resource:path=scaleds,singular=scaledone,shortName=sc,categories=all,scope=Namespaced
// +kubebuilder:subresource:status
type Scaled struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`

	Spec   Spec   `json:"spec,omitempty"`
	Status Status `json:"status,omitempty"`
}

type Spec struct {
	Replicas int32    `json:"replicas,omitempty"`
	Mode     string   `json:"mode,omitempty"`
	Hosts    []string `json:"hosts,omitempty"`
}

type Status struct {
	Replicas int32  `json:"replicas,omitempty"`
	Selector string `json:"selector,omitempty"`
	// +listType=map
	// +listMapKey=type
	Conditions []metav1.Condition `json:"conditions,omitempty"`
}
