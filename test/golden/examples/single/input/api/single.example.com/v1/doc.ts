// +k8s:deepcopy-gen=package
// +groupName=single.example.com
export {};
