// +k8s:deepcopy-gen=package
// +groupName=start.example.com
export {};
