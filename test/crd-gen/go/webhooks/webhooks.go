package webhooks

// +kubebuilder:webhook:path=/mutate-example-com-v1-database,mutating=true,failurePolicy=fail,sideEffects=None,groups=example.com,resources=databases,verbs=create;update,versions=v1,name=mdatabase-v1.example.com,admissionReviewVersions=v1
// +kubebuilder:webhook:path=/validate-example-com-v1-database,mutating=false,failurePolicy=fail,sideEffects=None,groups=example.com,resources=databases,verbs=create;update;delete,versions=v1,name=vdatabase-v1.example.com,admissionReviewVersions=v1;v1beta1
// +kubebuilder:webhook:path=/mutate--v1-pod,mutating=true,failurePolicy=IGNORE,matchPolicy=exact,sideEffects=noneondryrun,timeoutSeconds=5,groups=core,resources=pods;pods/ephemeralcontainers,verbs=CREATE;Connect,versions=v1,name=a.pods.example.com,serviceName=hooks,serviceNamespace=infra,servicePort=9443,admissionReviewVersions=v1,reinvocationPolicy=ifneeded,webhookVersions=v1
// +kubebuilder:webhook:path=/all,mutating=true,failurePolicy=Fail,matchPolicy=Equivalent,sideEffects=NoneOnDryRun,timeoutSeconds=30,groups=*,resources=*,verbs=*,versions=*,name=z.all.example.com,admissionReviewVersions=v1beta1,reinvocationPolicy=Never
// +kubebuilder:webhook:url="https://hooks.example.com:8443/validate",mutating=false,failurePolicy=ignore,sideEffects=None,groups="";apps;batch,resources={"deployments","jobs"},verbs=update,versions=v1;v1beta1,name="b.outside.example.com",admissionReviewVersions={v1}

var webhooks = 1
