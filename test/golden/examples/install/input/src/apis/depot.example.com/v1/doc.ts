// +k8s:deepcopy-gen=package
// +groupName=depot.example.com
// +groupGoName=SecondDepot
export {};
