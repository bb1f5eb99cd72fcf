// +k8s:deepcopy-gen=package
// +groupName=night-shift.example.com
// +groupGoName=NightShift
export {};
