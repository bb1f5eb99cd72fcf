package configurations

// +kubebuilder:webhook:path=/mutate,mutating=true,failurePolicy=fail,sideEffects=None,groups=example.com,resources=databases,verbs=create,versions=v1,name=m.hooks.example.com,admissionReviewVersions=v1
// +kubebuilder:webhook:path=/validate,mutating=false,failurePolicy=fail,sideEffects=None,groups=example.com,resources=databases,verbs=create,versions=v1,name=v.hooks.example.com,admissionReviewVersions=v1

var b = 1
