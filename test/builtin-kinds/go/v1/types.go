// Package v1 has a member for most of what the built-in kinds hold.
// +groupName=example.com
package v1

import (
	appsv1 "k8s.io/api/apps/v1"
	autoscalingv2 "k8s.io/api/autoscaling/v2"
	batchv1 "k8s.io/api/batch/v1"
	coordinationv1 "k8s.io/api/coordination/v1"
	corev1 "k8s.io/api/core/v1"
	networkingv1 "k8s.io/api/networking/v1"
	policyv1 "k8s.io/api/policy/v1"
	rbacv1 "k8s.io/api/rbac/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

// +kubebuilder:object:root=true
type All struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`
	Pod               corev1.PodSpec                              `json:"pod"`
	PodStatus         corev1.PodStatus                            `json:"podStatus"`
	Template          corev1.PodTemplateSpec                      `json:"template"`
	Service           corev1.ServiceSpec                          `json:"service"`
	ServiceStatus     corev1.ServiceStatus                        `json:"serviceStatus"`
	Volume            corev1.PersistentVolumeSpec                 `json:"volume"`
	Claim             corev1.PersistentVolumeClaimSpec            `json:"claim"`
	Node              corev1.NodeSpec                             `json:"node"`
	NodeStatus        corev1.NodeStatus                           `json:"nodeStatus"`
	Deployment        appsv1.DeploymentSpec                       `json:"deployment"`
	DeploymentStatus  appsv1.DeploymentStatus                     `json:"deploymentStatus"`
	StatefulSet       appsv1.StatefulSetSpec                      `json:"statefulSet"`
	StatefulSetStatus appsv1.StatefulSetStatus                    `json:"statefulSetStatus"`
	DaemonSet         appsv1.DaemonSetSpec                        `json:"daemonSet"`
	Job               batchv1.JobSpec                             `json:"job"`
	JobStatus         batchv1.JobStatus                           `json:"jobStatus"`
	CronJob           batchv1.CronJobSpec                         `json:"cronJob"`
	Scaler            autoscalingv2.HorizontalPodAutoscalerSpec   `json:"scaler"`
	ScalerStatus      autoscalingv2.HorizontalPodAutoscalerStatus `json:"scalerStatus"`
	Policy            networkingv1.NetworkPolicySpec              `json:"policy"`
	Ingress           networkingv1.IngressSpec                    `json:"ingress"`
	IngressStatus     networkingv1.IngressStatus                  `json:"ingressStatus"`
	Budget            policyv1.PodDisruptionBudgetSpec            `json:"budget"`
	BudgetStatus      policyv1.PodDisruptionBudgetStatus          `json:"budgetStatus"`
	Rules             []rbacv1.PolicyRule                         `json:"rules"`
	Subjects          []rbacv1.Subject                            `json:"subjects"`
	RoleRef           rbacv1.RoleRef                              `json:"roleRef"`
	Lease             coordinationv1.LeaseSpec                    `json:"lease"`
	Secrets           corev1.SecretReference                      `json:"secrets"`
	Ref               corev1.ObjectReference                      `json:"ref"`
	Endpoints         corev1.EndpointSubset                       `json:"endpoints"`
}
