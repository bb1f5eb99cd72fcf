// +kubebuilder:webhook:path=/validate,mutating=false,failurePolicy=fail,sideEffects=None,groups=example.com,resources=databases,verbs=create,versions=v1,name=v.hooks.example.com,admissionReviewVersions=v1

function hidden(): number {
  // +kubebuilder:rbac:groups="",resources=configmaps,verbs=get
  return 1;
}

export const webhook = hidden();
