// +k8s:deepcopy-gen=package
// +groupName=c.example.com
// +k8s:lister-gen=false
export {};
