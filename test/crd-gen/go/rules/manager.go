package rules

// +kubebuilder:rbac:groups="",resources=pods;services,verbs=get;list;watch
// +kubebuilder:rbac:groups=core,resources=configmaps,verbs=watch;list;get;get
// +kubebuilder:rbac:groups=core;apps,resources=events;deployments,verbs=create
// +kubebuilder:rbac:groups=events.k8s.io,resources=events,verbs=create
// +kubebuilder:rbac:groups=apps;apps;batch,resources=deployments;jobs,verbs={get,list,watch}
// +kubebuilder:rbac:groups=batch,resources=jobs,verbs=delete
// +kubebuilder:rbac:groups="",resources=secrets,resourceNames=tls;0123;1.50;true;tls,verbs=get
// +kubebuilder:rbac:groups="",resources=secrets,resourceNames="with blanks",verbs=get;
// +kubebuilder:rbac:groups=coordination.k8s.io,resources=leases,verbs=get;create
// +kubebuilder:rbac:groups=coordination.k8s.io,resources=leases,verbs=*
// +kubebuilder:rbac:groups=policy,resources=*,verbs=get
// +kubebuilder:rbac:groups=*,resources=*/scale,verbs=update
// +kubebuilder:rbac:urls=/metrics,verbs=get
// +kubebuilder:rbac:urls=/healthz;/livez/*,verbs=get
// +kubebuilder:rbac:urls=/debug/*,verbs=get;post

func main() {}
