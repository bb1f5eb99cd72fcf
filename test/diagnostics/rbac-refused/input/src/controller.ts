// +kubebuilder:rbac:resources=pods,verbs=get
// +kubebuilder:rbac:groups=apps,verbs=get
// +kubebuilder:rbac:verbs=get
// +kubebuilder:rbac:groups=apps,resources=deployments,urls=/metrics,verbs=get
// +kubebuilder:rbac:urls=/metrics,verbs=get,namespace=default
// +kubebuilder:rbac:groups=apps,resources=deployments,verbs=get,namespace=Default
// +kubebuilder:rbac:groups=apps,resources=deployments,verbs=get,roleName=a/b
export {};
