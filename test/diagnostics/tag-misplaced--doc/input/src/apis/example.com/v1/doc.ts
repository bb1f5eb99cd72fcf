// +groupName=example.com
// +genclient
// +kubebuilder:validation:MinLength=1
export {};
