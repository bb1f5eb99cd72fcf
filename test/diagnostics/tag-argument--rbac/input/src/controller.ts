// +kubebuilder:rbac:group=example.com,resources=databases,verbs=get
// +kubebuilder:webhook:path=/a,failurepolicy=fail
export {};
