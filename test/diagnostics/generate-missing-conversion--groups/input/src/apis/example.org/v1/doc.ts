// +k8s:deepcopy-gen=package
// +groupName=example.org
// +groupGoName=ExampleOrg
// +k8s:conversion-gen=example.com/v1
