// +k8s:deepcopy-gen=package
// +groupName=apps
export {};
