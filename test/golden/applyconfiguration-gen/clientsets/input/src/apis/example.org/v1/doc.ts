// +k8s:deepcopy-gen=package
// +groupName=example.org
// +groupGoName=ExampleOrg
export {};
