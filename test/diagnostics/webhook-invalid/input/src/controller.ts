// +kubebuilder:webhook:mutating=true,name=a.hooks.example.com,failurePolicy=fail,sideEffects=None,groups=example.com,resources=databases,verbs=create,versions=v1,admissionReviewVersions=v1
// +kubebuilder:webhook:mutating=true,name=b.hooks.example.com,failurePolicy=fail,sideEffects=None,groups=example.com,resources=databases,verbs=create,versions=v1,admissionReviewVersions=v1,path=/b,url="https://example.com/b"
// +kubebuilder:webhook:mutating=true,name=c.hooks.example.com,failurePolicy=fail,sideEffects=None,groups=example.com,resources=databases,verbs=create,versions=v1,admissionReviewVersions=v1,path=/c,timeoutSeconds=31
// +kubebuilder:webhook:mutating=true,name=d.hooks.example.com,failurePolicy=fail,groups=example.com,resources=databases,verbs=create,versions=v1,admissionReviewVersions=v1,path=/d
// +kubebuilder:webhookconfiguration:mutating=true,name=one
// +kubebuilder:webhookconfiguration:mutating=true,name=two
export {};
