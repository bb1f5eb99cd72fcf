// +groupName=example.com
// +kubebuilder:ac:generate=false
// +kubebuilder:ac:output:package=../client
export {};
