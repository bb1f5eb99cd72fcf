// +k8s:validation-gen=TypesWithField=spec
// +groupName=example.com
export {};
