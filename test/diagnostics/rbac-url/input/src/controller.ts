// +kubebuilder:rbac:urls=metrics;/*/healthz;/livez/*;*,verbs=get
export {};
