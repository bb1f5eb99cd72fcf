// +k8s:openapi-gen=true
// +groupName=example.com
export {};
