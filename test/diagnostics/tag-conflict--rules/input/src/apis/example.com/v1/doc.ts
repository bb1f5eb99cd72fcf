// +k8s:validation-gen=*
// +groupName=example.com
export {};
