// +groupName=example.com
// +kubebuilder:rbac:groups="",resources=nodes,verbs=get
export {};
