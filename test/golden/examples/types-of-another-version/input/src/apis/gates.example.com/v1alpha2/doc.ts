// +k8s:deepcopy-gen=package
// +groupName=gates.example.com
export {};
