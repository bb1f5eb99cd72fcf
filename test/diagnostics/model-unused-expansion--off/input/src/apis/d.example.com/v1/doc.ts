// +k8s:deepcopy-gen=package
// +groupName=d.example.com
// +k8s:informer-gen=false
export {};
