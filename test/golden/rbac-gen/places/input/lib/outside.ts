// +kubebuilder:rbac:groups=outside,resources=outside,verbs=get
export {};
