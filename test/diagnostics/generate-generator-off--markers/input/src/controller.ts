// +kubebuilder:rbac:groups=example.com,resources=databases,verbs=get
// +kubebuilder:rbac:groups=example.com,resources=databases,verbs=list
// +kubebuilder:webhook:mutating=true,name=a.hooks.example.com,path=/a,failurePolicy=fail,sideEffects=None,groups=example.com,resources=databases,verbs=create,versions=v1,admissionReviewVersions=v1
export {};
