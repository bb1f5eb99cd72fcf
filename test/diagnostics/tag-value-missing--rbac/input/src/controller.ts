// +kubebuilder:rbac:groups=,resources=pods,verbs=get
// +kubebuilder:rbac:groups="",resources="",verbs=get
// +kubebuilder:rbac:groups=apps,resources=deployments,verbs={}
// +kubebuilder:rbac:groups=apps,resources=a;;b,verbs=get
// +kubebuilder:rbac:groups=apps,resources=deployments
export {};
