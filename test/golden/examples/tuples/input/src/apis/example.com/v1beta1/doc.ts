// +k8s:deepcopy-gen=package
// +k8s:conversion-gen=../v1
// +groupName=example.com
export {};
