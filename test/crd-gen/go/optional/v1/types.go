// +groupName=optional.example.com
// +kubebuilder:validation:Optional
package v1

import (
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

// Lax is a kind of a version whose members are optional unless they say otherwise.
type Lax struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`

	Spec LaxSpec `json:"spec"`
}

// +kubebuilder:validation:AtMostOneOf=plain;omitted
type LaxSpec struct {
	Plain   string `json:"plain"`
	Omitted string `json:"omitted,omitempty"`
	// +required
	Required string `json:"required"`
	// +kubebuilder:validation:Required
	RequiredToo string `json:"requiredToo,omitempty"`
	// +k8s:immutable
	Immutable string `json:"immutable"`
}
