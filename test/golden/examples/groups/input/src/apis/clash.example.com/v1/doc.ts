// +k8s:deepcopy-gen=package
// +groupName=clash.example.com
// +groupGoName=ClashExample
export {};
