// +k8s:validation-gen=TypesWithSuffix=Spec
// +groupName=example.com
export {};
