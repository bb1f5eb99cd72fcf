// +k8s:deepcopy-gen=package
// +groupName=fake.example.com
export {};
