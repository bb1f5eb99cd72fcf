// +k8s:deepcopy-gen=package
// +groupName=example.com
// +k8s:prerelease-lifecycle-gen=true
