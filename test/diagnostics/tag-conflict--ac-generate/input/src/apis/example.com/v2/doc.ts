// +groupName=example.com
// +k8s:applyconfiguration-gen=false
// +kubebuilder:ac:generate=true
export {};
