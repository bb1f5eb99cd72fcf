// +k8s:deepcopy-gen=package
// +groupName=example.com
// +kubebuilder:rbac:groups=example.com,resources=databases,verbs=get;list;watch
export {};
