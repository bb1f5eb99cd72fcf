// +groupName=samplecontroller.k8s.io
export {};
