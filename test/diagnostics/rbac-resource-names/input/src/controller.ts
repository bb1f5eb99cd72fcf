// +kubebuilder:rbac:groups="",resources=configmaps,resourceNames=settings,verbs=get;create;deletecollection
// +kubebuilder:rbac:groups="",resources=pods/exec,resourceNames=main,verbs=create
export {};
