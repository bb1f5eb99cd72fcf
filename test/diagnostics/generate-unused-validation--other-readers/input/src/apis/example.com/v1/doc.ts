// +groupName=example.com
// +k8s:openapi-gen=true
export {};
