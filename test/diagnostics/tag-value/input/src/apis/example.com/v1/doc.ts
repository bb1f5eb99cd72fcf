// +k8s:deepcopy-gen=true
// +groupName=example.com
// +k8s:client-gen=off
// +k8s:openapi-model-package=com example
export {};
