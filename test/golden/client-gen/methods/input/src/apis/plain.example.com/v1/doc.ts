// +k8s:deepcopy-gen=package
// +groupName=plain.example.com
// +k8s:applyconfiguration-gen=false
export {};
