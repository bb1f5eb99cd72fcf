import { listOf, optional, pointer, required, struct, text, texts, written } from "./go-type.js";
import { kindStruct, labelSelector } from "./meta.js";

const rbac = "io.k8s.api.rbac.v1";

const policyRule = struct({
  id: `${rbac}.PolicyRule`,
  description: "PolicyRule allows verbs on resources, or on paths.",
  members: {
    verbs: required(1, texts),
    apiGroups: optional(2, texts),
    resources: optional(3, texts),
    resourceNames: optional(4, texts),
    nonResourceURLs: optional(5, texts),
  },
});

const roleRef = struct({
  id: `${rbac}.RoleRef`,
  atomic: true,
  description: "RoleRef names a role.",
  members: { apiGroup: written(1, text), kind: required(2, text), name: required(3, text) },
});

const subject = struct({
  id: `${rbac}.Subject`,
  atomic: true,
  description: "Subject is a user, a group or a service account.",
  members: {
    kind: required(1, text),
    apiGroup: optional(2, text),
    name: required(3, text),
    namespace: optional(4, text),
  },
});

export const role = kindStruct({
  id: `${rbac}.Role`,
  description: "Role is a set of rules in a namespace.",
  members: { rules: written(2, listOf(policyRule)) },
});

export const clusterRole = kindStruct({
  id: `${rbac}.ClusterRole`,
  description: "ClusterRole is a set of rules for the whole cluster.",
  members: {
    rules: written(2, listOf(policyRule)),
    aggregationRule: pointer(
      3,
      struct({
        id: `${rbac}.AggregationRule`,
        description: "AggregationRule chooses the roles whose rules are brought together.",
        members: { clusterRoleSelectors: optional(1, listOf(labelSelector)) },
      }),
    ),
  },
});

export const roleBinding = kindStruct({
  id: `${rbac}.RoleBinding`,
  description: "RoleBinding gives a role to subjects in a namespace.",
  members: { subjects: optional(2, listOf(subject)), roleRef: required(3, roleRef) },
});

export const clusterRoleBinding = kindStruct({
  id: `${rbac}.ClusterRoleBinding`,
  description: "ClusterRoleBinding gives a role to subjects in the whole cluster.",
  members: { subjects: optional(2, listOf(subject)), roleRef: required(3, roleRef) },
});
