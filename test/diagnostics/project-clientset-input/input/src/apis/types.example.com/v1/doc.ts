// +k8s:deepcopy-gen=package
// +groupName=types.example.com
export {};
