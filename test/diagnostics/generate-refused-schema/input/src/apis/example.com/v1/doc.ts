// +k8s:deepcopy-gen=package
// +k8s:validation-gen=TypesWithField=TypeMeta
// +k8s:validation-gen=TypesWithSuffix=Spec
// +groupName=example.com
export {};
