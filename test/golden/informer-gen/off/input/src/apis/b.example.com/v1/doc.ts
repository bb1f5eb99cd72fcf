// +k8s:deepcopy-gen=package
// +groupName=b.example.com
// +k8s:client-gen=false
export {};
