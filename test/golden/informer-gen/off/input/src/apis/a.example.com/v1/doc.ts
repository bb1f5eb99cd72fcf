// +k8s:deepcopy-gen=package
// +groupName=a.example.com
export {};
