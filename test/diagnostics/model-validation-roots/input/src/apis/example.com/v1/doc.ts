// +k8s:validation-gen=TypesWithField=spec
// +k8s:validation-gen=TypesWithField=TypeMeta
// +k8s:validation-gen=TypesWithSuffix=Template
// +groupName=example.com
export {};
