// +k8s:deepcopy-gen=package
// +groupName=example.com
// +k8s:openapi-gen=true
// +kubebuilder:rbac:groups=example.com,resources=databases,verbs=get;list;watch
export {};
