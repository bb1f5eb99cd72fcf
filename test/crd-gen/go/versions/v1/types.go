// +groupName=versions.example.com
package v1

import metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

// Proxy forwards. It lives outside namespaces.
// +kubebuilder:resource:path=proxies,singular=proxy,scope=Cluster,shortName=px;prx,categories=all;net
// +kubebuilder:subresource:status
// +kubebuilder:storageversion
type Proxy struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`

	Spec   ProxySpec   `json:"spec,omitempty"`
	Status ProxyStatus `json:"status,omitempty"`
}

type ProxySpec struct {
	Hosts []string `json:"hosts"`
}

type ProxyStatus struct {
	Phase string `json:"phase,omitempty"`
}

// Only is in one version.
// +kubebuilder:resource:path=onlyones
type Only struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`
}
