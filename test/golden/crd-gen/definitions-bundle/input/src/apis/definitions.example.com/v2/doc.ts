// +groupName=definitions.example.com
// +kubebuilder:skip
export {};
