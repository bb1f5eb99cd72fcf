import type { ObjectMeta, TypeMeta } from "crd-runtime";
import type * as apps from "crd-runtime/apps/v1";
import type * as autoscaling from "crd-runtime/autoscaling/v2";
import type * as batch from "crd-runtime/batch/v1";
import type * as coordination from "crd-runtime/coordination/v1";
import type * as core from "crd-runtime/core/v1";
import type * as networking from "crd-runtime/networking/v1";
import type * as policy from "crd-runtime/policy/v1";
import type * as rbac from "crd-runtime/rbac/v1";

/** The twin of All in go/v1/types.go. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface All extends TypeMeta {
  metadata: ObjectMeta;
  pod: core.PodSpec;
  podStatus: core.PodStatus;
  template: core.PodTemplateSpec;
  service: core.ServiceSpec;
  serviceStatus: core.ServiceStatus;
  volume: core.PersistentVolumeSpec;
  claim: core.PersistentVolumeClaimSpec;
  node: core.NodeSpec;
  nodeStatus: core.NodeStatus;
  deployment: apps.DeploymentSpec;
  deploymentStatus: apps.DeploymentStatus;
  statefulSet: apps.StatefulSetSpec;
  statefulSetStatus: apps.StatefulSetStatus;
  daemonSet: apps.DaemonSetSpec;
  job: batch.JobSpec;
  jobStatus: batch.JobStatus;
  cronJob: batch.CronJobSpec;
  scaler: autoscaling.HorizontalPodAutoscalerSpec;
  scalerStatus: autoscaling.HorizontalPodAutoscalerStatus;
  policy: networking.NetworkPolicySpec;
  ingress: networking.IngressSpec;
  ingressStatus: networking.IngressStatus;
  budget: policy.PodDisruptionBudgetSpec;
  budgetStatus: policy.PodDisruptionBudgetStatus;
  rules: rbac.PolicyRule[];
  subjects: rbac.Subject[];
  roleRef: rbac.RoleRef;
  lease: coordination.LeaseSpec;
  secrets: core.SecretReference;
  ref: core.ObjectReference;
  endpoints: core.EndpointSubset;
}
