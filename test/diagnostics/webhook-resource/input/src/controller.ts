// +kubebuilder:webhook:mutating=false,name=a.hooks.example.com,path=/a,failurePolicy=fail,sideEffects=None,groups=example.com,resources=database;databases/status,verbs=create,versions=v1;v2,admissionReviewVersions=v1
// +kubebuilder:webhook:mutating=false,name=b.hooks.example.com,path=/b,failurePolicy=fail,sideEffects=None,groups=apps,resources=deployment;jobs,verbs=create,versions=v1,admissionReviewVersions=v1
export {};
