// +groupName=example.org
// +groupGoName=ExampleOrg
export {};
