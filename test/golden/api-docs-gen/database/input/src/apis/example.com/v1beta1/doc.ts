// +k8s:deepcopy-gen=package
// +k8s:prerelease-lifecycle-gen=true
// +groupName=example.com
export {};
