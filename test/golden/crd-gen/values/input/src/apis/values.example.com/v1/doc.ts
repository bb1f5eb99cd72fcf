// +groupName=values.example.com
// +crd-project:plainNumber
export {};
