// +k8s:deepcopy-gen=package
// +k8s:defaulter-gen=TypeMeta
// +k8s:validation-gen=*
// +k8s:prerelease-lifecycle-gen=true
// +k8s:conversion-gen=false
// +groupName=example.com
export {};
