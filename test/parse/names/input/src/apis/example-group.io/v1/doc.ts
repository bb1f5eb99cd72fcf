// +groupName=example-group.io
export {};
