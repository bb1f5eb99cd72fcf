// +kubebuilder:webhook:mutating=yes,name=a.hooks.example.com,path=/a,failurePolicy=fail,sideEffects=None,groups=example.com,resources=databases,verbs=create,versions=v1,admissionReviewVersions=v1
// +kubebuilder:webhook:mutating=true,name=b.hooks.example.com,path=/a,failurePolicy=faill,sideEffects=Some,groups=example.com,resources=databases,verbs=create,versions=v1,admissionReviewVersions=v1
// +kubebuilder:webhook:mutating=true,name=c.hooks.example.com,path=/a,failurePolicy=fail,sideEffects=None,groups=example.com,resources=databases,verbs=create;udpate,versions=v1,admissionReviewVersions=v1,matchPolicy=exactly,reinvocationPolicy=Sometimes,webhookVersions=v1beta1,timeoutSeconds=5s
export {};
