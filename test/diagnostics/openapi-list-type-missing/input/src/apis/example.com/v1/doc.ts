// +k8s:openapi-gen=true
// +k8s:deepcopy-gen=package
// +groupName=example.com
export {};
