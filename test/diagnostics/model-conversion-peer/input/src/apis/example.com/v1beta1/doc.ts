// +k8s:deepcopy-gen=package
// +groupName=example.com
// +k8s:conversion-gen=../v2
// +k8s:conversion-gen=../v1beta1
// +k8s:conversion-gen=example.com/v1
export {};
