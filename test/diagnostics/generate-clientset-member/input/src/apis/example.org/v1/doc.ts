// +k8s:deepcopy-gen=package
// +groupName=example.org
// +groupGoName=ExampleV1
export {};
