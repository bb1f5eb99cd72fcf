// +k8s:deepcopy-gen=package
// +groupName=example.com
// +kubebuilder:rbac:groups="",resources=nodes,verbs=get
export {};
