// +k8s:deepcopy-gen=package
// +groupName=example.k8s.io
export {};
