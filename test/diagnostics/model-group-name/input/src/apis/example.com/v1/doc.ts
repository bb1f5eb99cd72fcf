// +k8s:deepcopy-gen=package
// +groupName=Example_Com
export {};
