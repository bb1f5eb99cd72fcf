// +groupName=example.org
export {};
