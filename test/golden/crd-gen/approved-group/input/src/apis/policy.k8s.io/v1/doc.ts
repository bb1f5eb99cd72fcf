// +k8s:deepcopy-gen=package
// +groupName=policy.k8s.io
export {};
