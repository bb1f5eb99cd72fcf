// +kubebuilder:rbac:groups=declared,resources=declared,verbs=get
export {};
