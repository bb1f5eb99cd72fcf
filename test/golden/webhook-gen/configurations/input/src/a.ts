// +kubebuilder:webhookconfiguration:mutating=true,name=example-defaults
// +kubebuilder:webhookconfiguration:mutating=false,name=example-checks

export const a = 1;
