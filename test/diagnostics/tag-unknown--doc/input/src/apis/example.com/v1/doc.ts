// +k8s:deepcopygen=package
// +groupname=example.com
// +groupName=example.com
export {};
