// +groupName=versions.example.com
package v1beta1

import metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

// Proxy forwards. This is its older form.
// +kubebuilder:resource:path=proxies,singular=proxy,scope=Cluster,shortName=px;prx,categories=all;net
type Proxy struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`

	Spec ProxySpec `json:"spec,omitempty"`
}

type ProxySpec struct {
	// Host was a single one.
	Host string `json:"host"`
}
