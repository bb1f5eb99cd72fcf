// +kubebuilder:rbac:groups=policy,resources=poddisruptionbudgets,verbs=get
export {};
