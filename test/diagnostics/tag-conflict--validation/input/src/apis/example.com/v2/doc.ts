// +k8s:validation-gen=*
// +k8s:validation-gen=false
// +groupName=example.com
export {};
