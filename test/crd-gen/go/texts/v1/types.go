// +groupName=texts.example.com
package v1

import metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

// Text has comments and names that YAML could misread: it is long enough to be folded at eighty columns.
type Text struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`

	Spec TextSpec `json:"spec"`
}

// TextSpec: a comment with a colon.
//
// And a second paragraph
// of two lines.
type TextSpec struct {
	// Plain and short.
	Short string `json:"short"`
	// A line that is a good deal longer than eighty columns, so that it has to be folded, and then it goes on for long enough to be folded a second time.
	Long string `json:"long"`
	// key: value
	Colon string `json:"colon"`
	// `code` first
	Backtick string `json:"backtick"`
	// 'single' first
	Single string `json:"single"`
	// "double" first
	Double string `json:"double"`
	// It's only inside, and it isn't first; a line that's long enough to be folded with all of it's apostrophes.
	Apostrophe string `json:"apostrophe"`
	// 'Deprecated': isn't used: a quoted line that is long enough to be folded, with 'apostrophes' in it and a colon.
	QuotedLong string `json:"quotedLong"`
	// - a list
	// - of two
	List string `json:"list"`
	// # not a comment
	Hash string `json:"hash"`
	// trailing # hash
	TrailingHash string `json:"trailingHash"`
	// true
	Boolean string `json:"boolean"`
	// 1.10
	Number string `json:"number"`
	// null
	Null string `json:"null"`
	// 2024-01-01
	Date string `json:"date"`
	// Übergröße 世界
	NonASCII string `json:"nonASCII"`
	// With an emoji 😀 in it, which is written as an escape in a line that is long enough to be folded somewhere.
	Emoji string `json:"emoji"`
	// Before.
	// TODO: not this line
	// After.
	Todo string `json:"todo"`
	// TODO(someone): nothing else
	OnlyTodo string `json:"onlyTodo"`
	// Kept.
	//
	// TODO the paragraph before stays
	LastTodo string `json:"lastTodo"`
	// Shown.
	// ---
	// Hidden.
	Dashes string `json:"dashes"`
	// Example:
	//
	// ```
	// TODO: stays in a fence
	// ---
	// so does this
	// ```
	//
	// End.
	Fence string `json:"fence"`
	// List:
	//   - one
	//     - two
	//
	// Done.
	Inner string `json:"inner"`
	// Ends in a no-break space. 
	//  Begins with one.
	NoBreak string `json:"noBreak"`
	//   Begins with blanks.
	//   And goes on with them.
	Indented string `json:"indented"`
	// 	Begins with a tab.
	Tabbed string `json:"tabbed"`
	// path\to\"file"
	Backslash string `json:"backslash"`
	// * star
	Star string `json:"star"`
	// %percent & @at [brackets] {braces} !bang | pipe > greater
	Specials string `json:"specials"`
	// http://example.com/a-very-long-address/that-cannot-be-folded-because-it-has-no-spaces-in-it/at-all and more
	Address string `json:"address"`

	On     string `json:"on"`
	Yes    string `json:"y"`
	No     string `json:"n"`
	One    string `json:"1"`
	Float  string `json:"1.5"`
	Hyphen string `json:"with-hyphen"`
	Dot    string `json:"with.dot"`
	Dollar string `json:"$ref"`
	XX     string `json:"-XX"`
	Scale  string `json:"3scale"`
	Upper  string `json:"Upper"`
	UpperB string `json:"upper"`
	Int32X string `json:"int32X"`
	IntX   string `json:"intX"`
	A10    string `json:"a10"`
	A9     string `json:"a9"`
	Under  string `json:"a_b"`
	True   string `json:"true"`
	Tilde  string `json:"~"`
	Slash  string `json:"example.com/key"`

	// +kubebuilder:validation:Enum="on";"off";"1";"";"y";"True";"a: b";"1.10"
	Choice string `json:"choice"`
}
