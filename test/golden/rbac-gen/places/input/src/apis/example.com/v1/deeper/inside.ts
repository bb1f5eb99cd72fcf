// +kubebuilder:rbac:groups=coordination.k8s.io,resources=leases,verbs=get
export {};
