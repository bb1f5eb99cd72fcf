// +kubebuilder:rbac:groups=exmaple.com,resources=databases,verbs=get
// +kubebuilder:rbac:groups=networking,resources=ingresses,verbs=get
// +kubebuilder:rbac:groups=other.io,resources=others,verbs=get
// +kubebuilder:rbac:groups=*,resources=*,verbs=*
export {};
