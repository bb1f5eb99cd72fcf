// +groupName=example.com
// +kubebuilder:ac:generate=false
export {};
