// +k8s:deepcopy-gen=package
// +groupName=example.com
// +k8s:conversion-gen=../v1
export {};
