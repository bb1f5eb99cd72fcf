// +groupName=values.example.com
package v1

import metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

// Value has markers whose values are read in ways of their own.
type Value struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`

	Spec ValueSpec `json:"spec"`
}

type ValueSpec struct {
	// +kubebuilder:validation:Pattern=``
	// +kubebuilder:title=``
	Empty string `json:"empty,omitempty"`
	// +kubebuilder:title=""
	Titled Titled `json:"titled,omitempty"`
	// +listType=map
	// +listMapKey="a.b"
	Keyed []Titled `json:"keyed,omitempty"`
	Child Child    `json:"child,omitempty"`

	// +kubebuilder:default="a";`b`;c
	Quoted []string `json:"quoted,omitempty"`
	// +kubebuilder:default=1;2;3
	Numbers []int32 `json:"numbers,omitempty"`
	// +kubebuilder:default={a,1,true}
	Alike []string `json:"alike,omitempty"`
	// +kubebuilder:default=a;1;
	Trailing []string `json:"trailing,omitempty"`
	// +kubebuilder:default={"a",}
	TrailingComma []string `json:"trailingComma,omitempty"`
	// +kubebuilder:example={{"1",2},{3,true}}
	Nested [][]string `json:"nested,omitempty"`
	// +kubebuilder:default=+1
	Signed string `json:"signed,omitempty"`
	// +kubebuilder:default=08
	Octal string `json:"octal,omitempty"`
	// +kubebuilder:default=09.5
	Fraction float64 `json:"fraction,omitempty"`
	// +kubebuilder:default=007
	Number int32 `json:"number,omitempty"`
	// +kubebuilder:default=- 1
	Negative int32 `json:"negative,omitempty"`
	// +kubebuilder:validation:Enum=+1;08;a
	Choice string `json:"choice,omitempty"`
	// +kubebuilder:validation:Enum=a;b;
	TrailingChoice string `json:"trailingChoice,omitempty"`
	// +kubebuilder:validation:Enum={"a",b,}
	BracedChoice string `json:"bracedChoice,omitempty"`
	// +kubebuilder:default={,}
	Comma []string `json:"comma,omitempty"`
	// +kubebuilder:default={a,,b}
	Commas []string `json:"commas,omitempty"`
	// +kubebuilder:default={a: x:y,b: "1",}
	Mapped map[string]string `json:"mapped,omitempty"`
	// +kubebuilder:example={1: 2}
	Keys map[string]int32 `json:"keys,omitempty"`
	// +kubebuilder:default=a"b;c"d
	Inner string `json:"inner,omitempty"`
	// +kubebuilder:default="\xc3\xa9\303\251"
	Bytes string `json:"bytes,omitempty"`
	// +kubebuilder:default=1_000.5
	Separated float64 `json:"separated,omitempty"`
	// +kubebuilder:example={a: {c,d},b: {"x:y"},}
	Listed map[string][]string `json:"listed,omitempty"`
}

// Titled says of itself what is not said of Child.
// +kubebuilder:title="A title"
// +kubebuilder:externalDocs:url="https://example.com/titled"
// +kubebuilder:validation:MaxProperties=4
type Titled struct {
	Dotted string `json:"a.b"`
}

type Child struct {
	Titled `json:",inline"`
	Own    string `json:"own,omitempty"`
}
