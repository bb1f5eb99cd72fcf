// +k8s:deepcopy-gen=package
// +k8s:register-gen=false
// +groupName=example.com
export {};
