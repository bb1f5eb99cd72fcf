// +groupName=types.example.com
package v1

import (
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/intstr"
)

// Gadget has a field of every type.
type Gadget struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`

	// Spec is what is asked for.
	Spec GadgetSpec `json:"spec"`
	// Status is what is there.
	Status GadgetStatus `json:"status,omitempty"`
}

// GadgetSpec is what is asked for.
type GadgetSpec struct {
	// Name has a comment of its own.
	Name    string `json:"name"`
	Comment string `json:"comment,omitempty"`
	Enabled bool   `json:"enabled"`
	Count   int    `json:"count"`
	Small   int32  `json:"small,omitempty"`
	Large   int64  `json:"large,omitempty"`

	// Data is base64.
	Data []byte `json:"data,omitempty"`

	Memory   resource.Quantity            `json:"memory,omitempty"`
	Limits   map[string]resource.Quantity `json:"limits,omitempty"`
	Port     intstr.IntOrString           `json:"port,omitempty"`
	Started  metav1.Time                  `json:"started,omitempty"`
	Renewed  metav1.MicroTime             `json:"renewed,omitempty"`
	Timeout  metav1.Duration              `json:"timeout,omitempty"`
	Template runtime.RawExtension         `json:"template,omitempty"`
	// Values can be anything.
	Values apiextensionsv1.JSON `json:"values,omitempty"`

	Tags      []string                        `json:"tags"`
	Matrix    [][]int32                       `json:"matrix,omitempty"`
	Labels    map[string]string               `json:"labels,omitempty"`
	Nested    map[string]map[string][]Part    `json:"nested,omitempty"`
	Parts     []Part                          `json:"parts,omitempty"`
	Inherited Inherited                       `json:"inherited,omitempty"`
	Named     map[string]Part                 `json:"named,omitempty"`
	Blobs     [][]byte                        `json:"blobs,omitempty"`
	Anys      map[string]apiextensionsv1.JSON `json:"anys,omitempty"`
	Objects   []runtime.RawExtension          `json:"objects,omitempty"`

	Part    Part  `json:"part"`
	PartRef *Part `json:"partRef,omitempty"`
	// Documented says more than its type.
	Documented Part `json:"documented,omitempty"`

	// +kubebuilder:validation:Enum=Small;Large;small
	Size string `json:"size,omitempty"`
	// Mode is a named enum.
	Mode     Mode   `json:"mode,omitempty"`
	Modes    []Mode `json:"modes,omitempty"`
	Fallback Mode   `json:"fallback,omitempty"`
	// +kubebuilder:validation:Enum=1;2;4
	Level int `json:"level,omitempty"`

	HTTPPort PortNumber          `json:"httpPort,omitempty"`
	Ports    []PortNumber        `json:"ports,omitempty"`
	Names    NameList            `json:"names,omitempty"`
	Selector StringMap           `json:"selector,omitempty"`
	Alias    PartAlias           `json:"alias,omitempty"`
	Aliased  []StringMap         `json:"aliased,omitempty"`
	Again    SecondAlias         `json:"again,omitempty"`
	Lists    map[string]NameList `json:"lists,omitempty"`

	// +nullable
	Optional *string `json:"optional"`
	// +nullable
	OptionalPart *Part `json:"optionalPart,omitempty"`

	Empty Empty `json:"empty,omitempty"`

	Child Child `json:"child,omitempty"`

	// Embedded is an object's metadata in another object.
	Embedded metav1.ObjectMeta `json:"embedded,omitempty"`
}

// Part is a part of a gadget.
type Part struct {
	// ID tells parts apart.
	ID string `json:"id"`
	// Weight in grams.
	Weight int64 `json:"weight,omitempty"`
}

// Mode says how the gadget runs.
// +kubebuilder:validation:Enum=Auto;Manual
type Mode string

// PortNumber is a TCP port.
type PortNumber int32

// NameList is a list of names.
type NameList []string

type StringMap map[string]string

// PartAlias is another name of a part.
type PartAlias Part

// SecondAlias is a port under a second name.
type SecondAlias PortNumber

type Empty struct{}

// Base is what children have in common.
type Base struct {
	// Color is inherited.
	Color string `json:"color"`
	// Shade is optional.
	Shade int32 `json:"shade,omitempty"`
}

// Middle is in between.
type Middle struct {
	Base  `json:",inline"`
	Width int64 `json:"width"`
}

// Child has two parents.
type Child struct {
	Middle `json:",inline"`
	Other  `json:",inline"`
	// Own is the child's.
	Own string `json:"own,omitempty"`
}

type Other struct {
	// Alpha comes first in order.
	Alpha bool `json:"alpha"`
}

// GadgetStatus is what is there.
type GadgetStatus struct {
	// Conditions say how it goes.
	Conditions []metav1.Condition `json:"conditions,omitempty"`
	// Ready counts.
	Ready int32 `json:"ready"`
}

// Inherited has members that every object has.
type Inherited struct {
	Constructor string `json:"constructor,omitempty"`
	// +listType=set
	ToString []string `json:"toString,omitempty"`
	// +mapType=atomic
	ValueOf        map[string]string `json:"valueOf,omitempty"`
	HasOwnProperty []InheritedNames  `json:"hasOwnProperty,omitempty"`
	Proto          string            `json:"__proto__,omitempty"`
}

type InheritedNames struct {
	// +listType=set
	Names []string `json:"names"`
}
