// +groupName=example.com
// +versionName=v1
export {};
