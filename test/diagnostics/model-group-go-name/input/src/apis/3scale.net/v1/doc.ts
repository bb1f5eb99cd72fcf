// +groupName=3scale.net
export {};
