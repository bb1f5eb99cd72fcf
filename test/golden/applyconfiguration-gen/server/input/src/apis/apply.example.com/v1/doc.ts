// +k8s:deepcopy-gen=package
// +groupName=apply.example.com
export {};
