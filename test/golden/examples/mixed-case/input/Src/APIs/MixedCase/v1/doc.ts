// +k8s:deepcopy-gen=package
// +groupName=mixedcase.example.com
// +groupGoName=MixedCase
export {};
