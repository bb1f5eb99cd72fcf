// +kubebuilder:rbac:groups=test,resources=tests,verbs=get
export {};
