// +groupName=definitions.example.com
package v1

import metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

// Scaled has columns, scale, and all else of a version.
// +kubebuilder:resource:path=scaleds,singular=scaledone,shortName=sc,categories=all,scope=Namespaced
// +kubebuilder:subresource:status
// +kubebuilder:subresource:scale:specpath=.spec.replicas,statuspath=.status.replicas,selectorpath=.status.selector
// +kubebuilder:printcolumn:name="Wanted",type=integer,JSONPath=`.spec.replicas`
// +kubebuilder:printcolumn:name="Ready?",type="string",JSONPath=".status.conditions[?(@.type=='Ready')].status",description="Whether it is ready: yes, no, or \"unknown\".",priority=1
// +kubebuilder:printcolumn:name=Age,type=date,format=date-time,JSONPath=.metadata.creationTimestamp,priority=0
// +kubebuilder:printcolumn:name="First host",type=string,JSONPath=.spec.hosts[0],priority=-2
// +kubebuilder:selectablefield:JSONPath=.spec.mode
// +kubebuilder:selectablefield:JSONPath=`.spec.replicas`
// +kubebuilder:metadata:annotations="example.com/owner=team=storage";"example.com/empty=",labels=tier=data
// +kubebuilder:metadata:labels={app=scaled,"on=true"}
// +kubebuilder:storageversion
type Scaled struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`

	Spec   Spec   `json:"spec,omitempty"`
	Status Status `json:"status,omitempty"`
}

// Columned has columns and no subresource.
// +kubebuilder:printcolumn:name=Mode,type=string,JSONPath=.spec.mode
type Columned struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`

	Spec   Spec   `json:"spec,omitempty"`
	Status Status `json:"status,omitempty"`
}

// Sized can be scaled, and has no status subresource.
// +kubebuilder:subresource:scale:specpath=.spec.replicas,statuspath=.status.replicas
type Sized struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`

	Spec   Spec   `json:"spec,omitempty"`
	Status Status `json:"status,omitempty"`
}

// Lone is left out of the other version, and deprecated in this one.
// +kubebuilder:resource:path=loners,scope=Cluster
// +kubebuilder:deprecatedversion
type Lone struct {
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
