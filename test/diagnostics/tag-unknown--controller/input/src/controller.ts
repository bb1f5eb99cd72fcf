// +kubebuilder:rback:groups=apps,resources=deployments,verbs=get
// +kubebuilder:webhok:path=/a
// +kubebuilder:scaffold:imports
// +another:tool
// + kubebuilder:rbac:groups=apps,resources=deployments,verbs=get
// +kubebuilder:rbac: groups=apps,resources=deployments,verbs=get
export {};
