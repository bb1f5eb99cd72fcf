// +groupName=markers.example.com
package v1

import (
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/intstr"
)

// Marked has every marker for schemas.
// +kubebuilder:validation:XValidation:rule="size(self.metadata.name) < 40",message="the name is too long"
type Marked struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`

	// +kubebuilder:validation:XValidation:rule="has(self.rules) == has(oldSelf.rules)"
	Spec MarkedSpec `json:"spec"`
}

type MarkedSpec struct {
	Values    Values    `json:"values,omitempty"`
	Items     Items     `json:"items,omitempty"`
	Merged    Merged    `json:"merged,omitempty"`
	Presence  Presence  `json:"presence,omitempty"`
	Immutable Immutable `json:"immutable,omitempty"`
	Rules     Rules     `json:"rules,omitempty"`
	Members   Members   `json:"members,omitempty"`
	Topology  Topology  `json:"topology,omitempty"`
	Embedding Embedding `json:"embedding,omitempty"`
}

// Values has the keywords on values of their type.
// +kubebuilder:validation:MinProperties=1
// +kubebuilder:validation:MaxProperties=40
// +kubebuilder:title="Values of all types"
// +kubebuilder:externalDocs:url="https://example.com/values",description="All about values"
type Values struct {
	// +kubebuilder:validation:Maximum=10
	// +kubebuilder:validation:Minimum=-3
	// +kubebuilder:validation:ExclusiveMaximum=true
	// +kubebuilder:validation:ExclusiveMinimum=false
	// +kubebuilder:validation:MultipleOf=2
	Integer int32 `json:"integer,omitempty"`
	// +kubebuilder:validation:Maximum=1.5
	// +kubebuilder:validation:Minimum=-0.25
	// +kubebuilder:validation:ExclusiveMinimum=true
	// +kubebuilder:validation:MultipleOf=0.01
	Number float64 `json:"number,omitempty"`
	// +kubebuilder:validation:Maximum=9007199254740993
	Large int64 `json:"large,omitempty"`
	// +kubebuilder:validation:Maximum=1e21
	Huge float64 `json:"huge,omitempty"`
	// +kubebuilder:validation:MaxLength=63
	// +kubebuilder:validation:MinLength=0
	// +kubebuilder:validation:Pattern=`^[a-z]+(\.[a-z]+)*$`
	// +kubebuilder:validation:Format=hostname
	Text string `json:"text,omitempty"`
	// +kubebuilder:validation:Pattern="^\\d+$"
	Digits string `json:"digits,omitempty"`
	// +kubebuilder:validation:Pattern=^plain$
	Plain string `json:"plain,omitempty"`
	// +kubebuilder:validation:MaxItems=16
	// +kubebuilder:validation:MinItems=1
	// +kubebuilder:validation:UniqueItems=false
	List []string `json:"list,omitempty"`
	// +kubebuilder:validation:MaxProperties=8
	// +kubebuilder:validation:MinProperties=0
	Map map[string]string `json:"map,omitempty"`
	// +kubebuilder:validation:Enum=Always;Never;"on request";""
	Choice string `json:"choice,omitempty"`
	// +kubebuilder:validation:Enum={1,2,3}
	Number3 int `json:"number3,omitempty"`
	// +kubebuilder:validation:Type=integer
	// +kubebuilder:validation:Maximum=5
	Typed string `json:"typed,omitempty"`
	// +kubebuilder:validation:Schemaless
	// +kubebuilder:pruning:PreserveUnknownFields
	Schemaless Text `json:"schemaless,omitempty"`
	// Described has no schema but what the markers say.
	// +kubebuilder:validation:Schemaless
	// +kubebuilder:validation:Type=string
	// +kubebuilder:validation:MaxLength=4
	Described Values2 `json:"described,omitempty"`
	// +kubebuilder:pruning:PreserveUnknownFields
	Open Part `json:"open,omitempty"`
	// +kubebuilder:validation:XPreserveUnknownFields
	OpenToo map[string]string `json:"openToo,omitempty"`
	// +kubebuilder:validation:EmbeddedResource
	// +kubebuilder:pruning:PreserveUnknownFields
	Resource runtime.RawExtension `json:"resource,omitempty"`
	// +kubebuilder:validation:XEmbeddedResource
	ResourceToo runtime.RawExtension `json:"resourceToo,omitempty"`
	// +kubebuilder:validation:XIntOrString
	// +kubebuilder:validation:Pattern="^(\\d+|\\d+%|)$"
	// +kubebuilder:validation:MaxLength=10
	Port intstr.IntOrString `json:"port,omitempty"`
	// +kubebuilder:validation:Enum=1;"http"
	PortChoice intstr.IntOrString `json:"portChoice,omitempty"`
	// +kubebuilder:validation:XIntOrString
	// +kubebuilder:validation:MaxLength=10
	Memory resource.Quantity `json:"memory,omitempty"`
	// +kubebuilder:validation:Type=object
	Any apiextensionsv1.JSON `json:"any,omitempty"`
	// +kubebuilder:validation:Format=date
	Day metav1.Time `json:"day,omitempty"`
	// +kubebuilder:title=Title
	// +kubebuilder:example="orders"
	// +kubebuilder:externalDocs:url="https://example.com/docs"
	Titled string `json:"titled,omitempty"`
	// +kubebuilder:example={name: "x", weights: {1, 2}}
	Part Part `json:"part,omitempty"`
	// +nullable
	Nullable *string `json:"nullable"`
	// +nullable
	NullablePart *Part `json:"nullablePart,omitempty"`
	// +k8s:maximum=7 # a reason
	// +k8s:minimum=2
	K8sInteger int32 `json:"k8sInteger,omitempty"`
	// +k8s:maxItems=7
	K8sList []string `json:"k8sList,omitempty"`
}

// Values2 is not looked into.
type Values2 struct {
	Name string `json:"name"`
}

// Part is a part.
// +kubebuilder:title="A part"
// +kubebuilder:validation:MaxProperties=9
type Part struct {
	Name string `json:"name,omitempty"`
}

type Items struct {
	// +kubebuilder:validation:items:MinLength=1
	// +kubebuilder:validation:items:MaxLength=10
	// +kubebuilder:validation:items:Pattern=`^[a-z]*$`
	// +kubebuilder:validation:items:Enum=a;b
	// +kubebuilder:validation:items:Format=hostname
	// +kubebuilder:validation:items:XValidation:rule="self != 'x'"
	// +kubebuilder:validation:MaxItems=10
	Texts []string `json:"texts,omitempty"`
	// +kubebuilder:validation:items:Maximum=10
	// +kubebuilder:validation:items:ExclusiveMaximum=true
	// +kubebuilder:validation:items:Minimum=1
	// +kubebuilder:validation:items:MultipleOf=3
	Numbers []int64 `json:"numbers,omitempty"`
	// +kubebuilder:validation:items:MaxItems=3
	// +kubebuilder:validation:items:MinItems=3
	Matrix [][]int32 `json:"matrix,omitempty"`
	// +kubebuilder:validation:items:MaxProperties=3
	Maps []map[string]string `json:"maps,omitempty"`
	// +kubebuilder:validation:items:MaxLength=4
	// +kubebuilder:validation:items:XValidation:rule="self != 'y'"
	Named []Text `json:"named,omitempty"`
	// +kubebuilder:validation:items:XPreserveUnknownFields
	Open []Part `json:"open,omitempty"`
	// +kubebuilder:validation:items:XIntOrString
	// +kubebuilder:validation:items:Pattern=^x$
	Ports []intstr.IntOrString `json:"ports,omitempty"`
	List  TextList             `json:"list,omitempty"`
	// +kubebuilder:validation:MinItems=1
	Again TextList `json:"again,omitempty"`
}

// TextList is a list.
// +kubebuilder:validation:MaxItems=5
// +kubebuilder:validation:items:MaxLength=6
type TextList []string

// Level is a number with a name.
type Level int32

// Moment is a struct of a package under another name.
type Moment metav1.Time

// Text has limits of its own.
// +kubebuilder:validation:MinLength=1
// +kubebuilder:validation:MaxLength=255
// +kubebuilder:validation:Pattern=^t
// +kubebuilder:validation:XValidation:rule="self != 'no'",message="not no"
type Text string

// Narrow is a narrower text.
// +kubebuilder:validation:MaxLength=20
type Narrow Text

// +kubebuilder:validation:Enum=a;b;c
type Mode string

// +kubebuilder:validation:Maximum=10
// +kubebuilder:validation:ExclusiveMaximum=true
type Number int32

type Merged struct {
	// +kubebuilder:validation:MinLength=10
	// +kubebuilder:validation:MaxLength=10
	Both Text `json:"both,omitempty"`
	// +kubebuilder:validation:MinLength=1
	// +kubebuilder:validation:Pattern=^t
	Equal Text `json:"equal,omitempty"`
	// +kubebuilder:validation:Pattern=x$
	// +kubebuilder:validation:Format=uuid
	Pattern Text   `json:"pattern,omitempty"`
	Narrow  Narrow `json:"narrow,omitempty"`
	// +kubebuilder:validation:MaxLength=3
	Narrower Narrow `json:"narrower,omitempty"`
	// +kubebuilder:validation:Enum=a
	Mode Mode `json:"mode,omitempty"`
	// +kubebuilder:validation:Maximum=5
	// +kubebuilder:validation:ExclusiveMaximum=true
	// +kubebuilder:validation:Minimum=1
	Number Number `json:"number,omitempty"`
	// +kubebuilder:validation:XValidation:rule="self != 'field'"
	Rules Text `json:"rules,omitempty"`
	// +kubebuilder:title="The field's"
	// +kubebuilder:validation:XValidation:rule="self.name != 'field'"
	Part Part `json:"part,omitempty"`
	// +kubebuilder:validation:MaxProperties=5
	Map StringMap `json:"map,omitempty"`
	// +kubebuilder:validation:MaxProperties=7
	SameMap StringMap `json:"sameMap,omitempty"`
	// +nullable
	Null *Text `json:"null,omitempty"`
}

// +kubebuilder:validation:MaxProperties=7
type StringMap map[string]string

// A Phase is one of some.
// +k8s:enum
type Phase string

const (
	PhaseRolling  Phase = "Rolling"
	PhaseParallel Phase = "Parallel"
	PhaseNone     Phase = ""
	PhaseOrdered  Phase = "ordered"
	PhaseLater    Phase = "ordered later"
	PhaseBelow    Phase = "<1"
	PhaseUmlaut   Phase = "Überholt"
)

type Presence struct {
	Phase  Phase   `json:"phase"`
	Phases []Phase `json:"phases"`
	// +kubebuilder:validation:Required
	Required string `json:"required,omitempty"`
	// +kubebuilder:validation:Optional
	Optional string `json:"optional"`
	// +optional
	OptionalToo string `json:"optionalToo"`
	// +k8s:optional
	OptionalThree string `json:"optionalThree"`
	// +required
	RequiredToo string `json:"requiredToo,omitempty"`
	// +k8s:required
	RequiredText string `json:"requiredText,omitempty"`
	// +k8s:required
	// +kubebuilder:validation:MinLength=3
	RequiredMin string `json:"requiredMin,omitempty"`
	// +k8s:required
	RequiredList []string `json:"requiredList,omitempty"`
	// +k8s:required
	RequiredMap map[string]string `json:"requiredMap,omitempty"`
	// +k8s:required
	RequiredPart Part `json:"requiredPart,omitempty"`
	// +k8s:required
	RequiredNumber int32 `json:"requiredNumber,omitempty"`
	// +k8s:required
	RequiredNamed Text `json:"requiredNamed,omitempty"`
	// +k8s:required
	// +kubebuilder:validation:Pattern=^te
	RequiredPattern Text `json:"requiredPattern,omitempty"`
	// +k8s:required
	RequiredTime metav1.Time `json:"requiredTime,omitempty"`
	// +k8s:required
	RequiredQuantity resource.Quantity `json:"requiredQuantity,omitempty"`
	// +k8s:required
	RequiredLevel Level `json:"requiredLevel,omitempty"`
	// +k8s:required
	// +nullable
	RequiredMoment Moment `json:"requiredMoment,omitempty"`
	// +optional
	// +kubebuilder:validation:Required
	Both string `json:"both,omitempty"`
	// +kubebuilder:default=a
	Defaulted string `json:"defaulted"`
}

// +kubebuilder:validation:XValidation:rule="size(self.required) > 0"
type Immutable struct {
	// +k8s:immutable
	Required string `json:"required"`
	// +k8s:immutable
	// +kubebuilder:validation:MaxLength=3
	Optional Text `json:"optional,omitempty"`
	// +k8s:immutable
	Again string `json:"again,omitempty"`
}

type Rules struct {
	// +kubebuilder:validation:XValidation:rule="self.startsWith('a')",message="must begin with a",reason=FieldValueForbidden
	// +kubebuilder:validation:XValidation:rule="self.endsWith('\"')",messageExpression="'not ' + self",reason="FieldValueInvalid"
	// +kubebuilder:validation:XValidation:rule="!oldSelf.hasValue() || self == oldSelf.value()",optionalOldSelf=true
	// +kubebuilder:validation:XValidation:rule="self == oldSelf",optionalOldSelf=false
	// +kubebuilder:validation:MaxLength=50
	Text string `json:"text,omitempty"`
	// +kubebuilder:validation:XValidation:rule="!has(self.name) || self.name != 'x'",fieldPath=".name",message="no x"
	Part Part `json:"part,omitempty"`
}

// +kubebuilder:validation:ExactlyOneOf=a;b
// +kubebuilder:validation:AtMostOneOf=c;d
// +kubebuilder:validation:AtMostOneOf=e;f
// +kubebuilder:validation:AtLeastOneOf=e;f
// +kubebuilder:validation:XValidation:rule="true"
type Members struct {
	A string `json:"a,omitempty"`
	B string `json:"b,omitempty"`
	C string `json:"c,omitempty"`
	D string `json:"d,omitempty"`
	E string `json:"e,omitempty"`
	F string `json:"f,omitempty"`
}

type Topology struct {
	// +k8s:listType=map
	// +k8s:listMapKey=name
	K8sMap []Key `json:"k8sMap,omitempty"`
	// +listType=map
	// +listMapKey=name
	// +k8s:listMapKey=name
	// +listMapKey=port
	Both []Key `json:"both,omitempty"`
	// +k8s:listType=atomic
	FieldWins AtomicList `json:"fieldWins,omitempty"`
	// +listType=set
	Set SetList `json:"set,omitempty"`
	// +structType=granular
	Struct AtomicKey `json:"struct,omitempty"`
	// +mapType=atomic
	Map StringMap `json:"map,omitempty"`
}

// +listType=set
type AtomicList []string

// +listType=atomic
type SetList []string

// +structType=atomic
type AtomicKey struct {
	Name string `json:"name"`
}

type Key struct {
	Name string `json:"name"`
	Port int32  `json:"port"`
}

// +kubebuilder:validation:MaxProperties=4
// +kubebuilder:validation:XValidation:rule="size(self.own) > 0"
type Embedding struct {
	Embedded `json:",inline"`
	// +kubebuilder:validation:MinLength=2
	Own string `json:"own"`
}

// Embedded has rules of its own.
// +kubebuilder:validation:MaxProperties=3
// +kubebuilder:validation:XValidation:rule="size(self.inherited) > 0"
type Embedded struct {
	// +kubebuilder:validation:MaxLength=2
	Inherited string `json:"inherited"`
	// +kubebuilder:validation:MinLength=2
	// +kubebuilder:validation:XValidation:rule="self != 'x'"
	Own string `json:"own"`
}
