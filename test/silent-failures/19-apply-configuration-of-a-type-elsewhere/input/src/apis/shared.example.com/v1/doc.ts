// +k8s:deepcopy-gen=package
// +groupName=shared.example.com
export {};
