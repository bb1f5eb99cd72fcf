// +groupName=optional.example.com
// +kubebuilder:validation:Optional
export {};
