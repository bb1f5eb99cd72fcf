// +kubebuilder:validation:Minimum=1
// +kubebuilder:object:root=true
export {};
