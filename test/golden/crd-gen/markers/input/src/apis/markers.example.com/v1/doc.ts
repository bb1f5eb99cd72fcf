// +groupName=markers.example.com
// +crd-project:plainNumber
export {};
