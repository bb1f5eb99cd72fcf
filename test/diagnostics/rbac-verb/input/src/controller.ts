// +kubebuilder:rbac:groups=apps,resources=deployments,verbs=get;lsit;Watch;all;promote;impersonate:user-info
// +kubebuilder:rbac:urls=/metrics,verbs=GET;list
export {};
