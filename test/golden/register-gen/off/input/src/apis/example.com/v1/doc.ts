// +k8s:deepcopy-gen=package
// +k8s:register-gen=package
// +groupName=example.com
export {};
