// +groupName=example.com
export {;
