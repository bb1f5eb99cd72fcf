// +k8s:deepcopy-gen=package
// +groupName=names.example.com
export {};
