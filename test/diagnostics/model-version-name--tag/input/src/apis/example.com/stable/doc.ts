// +groupName=example.com
// +versionName=V1_stable
export {};
