package configurations

// +kubebuilder:webhookconfiguration:mutating=true,name=example-defaults
// +kubebuilder:webhookconfiguration:mutating=false,name=example-checks

var a = 1
