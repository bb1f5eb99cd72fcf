// +kubebuilder:rbac:groups=apps,resources=deployments,verbs=get,namespace=zoo
// +kubebuilder:rbac:groups=example.com,resources=databases,verbs=get
// +kubebuilder:rbac:groups=apps,resources=statefulsets,verbs=get,namespace=park
// +kubebuilder:rbac:groups=apps,resources=deployments,verbs=list,namespace=park,roleName=reader
// +kubebuilder:rbac:groups="",resources=secrets,verbs=get,namespace=park,roleName=a-reader
// +kubebuilder:rbac:groups="",resources=nodes,verbs=list,roleName=node-reader
// +kubebuilder:rbac:groups=batch,resources=jobs,verbs=get,namespace=zoo
// +kubebuilder:rbac:groups=example.com,resources=databases,verbs=list,roleName=database-manager

export const controller = "database";
