// +groupName=hidden.example.com
// +kubebuilder:skip
export {};
