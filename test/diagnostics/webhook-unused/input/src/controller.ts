// +kubebuilder:webhook:mutating=false,name=a.hooks.example.com,failurePolicy=fail,sideEffects=None,groups=example.com,resources=databases,verbs=create,versions=v1,admissionReviewVersions=v1,url="https://example.com/a",servicePort=443,reinvocationPolicy=Never,timeoutSeconds=0
// +kubebuilder:webhookconfiguration:mutating=true,name=nothing
// +kubebuilder:webhookconfiguration:mutating=false
export {};
