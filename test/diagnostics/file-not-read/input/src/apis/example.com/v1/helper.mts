// +kubebuilder:rbac:groups=example.com,resources=databases,verbs=get
export const none = 1;
