// +k8s:openapi-gen=true
// +k8s:openapi-gen=x-kubernetes-sensitive:yes
// +groupName=example.com
export {};
