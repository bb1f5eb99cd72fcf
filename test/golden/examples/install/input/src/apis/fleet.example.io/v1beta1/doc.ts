// +k8s:deepcopy-gen=package
// +groupName=fleet.example.io
// +k8s:conversion-gen=../v1
export {};
