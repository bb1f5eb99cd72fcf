// +groupName=definitions.example.com
package v1beta1

import metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

// Scaled as it was: deprecated, with a warning.
// +kubebuilder:resource:path=scaleds,singular=scaledone,shortName=sc,categories=all,scope=Namespaced
// +kubebuilder:deprecatedversion:warning="definitions.example.com/v1beta1 Scaled is deprecated: use v1, 'please'"
// +kubebuilder:printcolumn:name=Mode,type=string,JSONPath=.spec.mode
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
