// +k8s:deepcopy-gen=package
// +groupName=autoscaling.example.com
export {};
