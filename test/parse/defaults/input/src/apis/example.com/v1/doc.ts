// +k8s:defaulter-gen=TypeMeta
// +groupName=example.com
export {};
