// +k8s:deepcopy-gen=package
// +groupName=other.example.com

export {};
