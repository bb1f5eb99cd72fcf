// +k8s:deepcopy-gen=package
// +groupName=shop.example.org
// +groupGoName=SecondShop
export {};
