// +k8s:validation-gen=TypeMeta
// +k8s:validation-gen=TypesWithPrefix=A
// +groupName=example.com
export {};
