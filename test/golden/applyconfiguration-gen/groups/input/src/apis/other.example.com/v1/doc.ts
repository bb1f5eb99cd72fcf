// +k8s:deepcopy-gen=package
// +groupName=other.example.com
// +k8s:applyconfiguration-gen=false
export {};
