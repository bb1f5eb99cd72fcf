// +kubebuilder:rbac:groups=client,resources=clients,verbs=get
export {};
