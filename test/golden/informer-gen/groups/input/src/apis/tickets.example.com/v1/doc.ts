// +k8s:deepcopy-gen=package
// +groupName=tickets.example.com
export {};
