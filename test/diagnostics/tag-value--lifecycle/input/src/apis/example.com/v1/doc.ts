// +k8s:deepcopy-gen=package
// +k8s:prerelease-lifecycle-gen=yes
// +groupName=example.com
export {};
