// +groupName=
export {};
