// +k8s:openapi-gen=true
// +k8s:openapi-gen=false
// +groupName=example.com
export {};
