// +k8s:deepcopy-gen=package
// +groupName=example.org
// +groupGoName=SecondExample
export {};
