// +groupName=meta.example.com
package v1

import (
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

// Holder holds every meta type.
type Holder struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`

	Spec HolderSpec `json:"spec"`
}

type HolderSpec struct {
	TypeMeta   metav1.TypeMeta   `json:"typeMeta"`
	ObjectMeta metav1.ObjectMeta `json:"objectMeta"`
	ListMeta   metav1.ListMeta   `json:"listMeta"`

	OwnerReference           metav1.OwnerReference           `json:"ownerReference"`
	ManagedFieldsEntry       metav1.ManagedFieldsEntry       `json:"managedFieldsEntry"`
	Condition                metav1.Condition                `json:"condition"`
	LabelSelector            metav1.LabelSelector            `json:"labelSelector"`
	LabelSelectorRequirement metav1.LabelSelectorRequirement `json:"labelSelectorRequirement"`
	Status                   metav1.Status                   `json:"status"`
	StatusDetails            metav1.StatusDetails            `json:"statusDetails"`
	StatusCause              metav1.StatusCause              `json:"statusCause"`

	Time      metav1.Time      `json:"time"`
	MicroTime metav1.MicroTime `json:"microTime"`
	Duration  metav1.Duration  `json:"duration"`
}
