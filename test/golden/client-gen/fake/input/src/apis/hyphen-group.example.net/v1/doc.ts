// +k8s:deepcopy-gen=package
// +groupName=hyphen-group.example.net
// +groupGoName=HyphenGroup
export {};
