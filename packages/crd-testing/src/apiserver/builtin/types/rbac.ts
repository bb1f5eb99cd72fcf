import { listOf, optional, pointer, required, struct, text, texts, written } from "./go-type.js";
import { kindStruct, labelSelector } from "./meta.js";

const rbac = "io.k8s.api.rbac.v1";

const policyRule = struct({
  id: `${rbac}.PolicyRule`,
  description: "PolicyRule allows verbs on resources, or on paths.",
  members: {
    verbs: required(texts),
    apiGroups: optional(texts),
    resources: optional(texts),
    resourceNames: optional(texts),
    nonResourceURLs: optional(texts),
  },
});

const roleRef = struct({
  id: `${rbac}.RoleRef`,
  atomic: true,
  description: "RoleRef names a role.",
  members: { apiGroup: written(text), kind: required(text), name: required(text) },
});

const subject = struct({
  id: `${rbac}.Subject`,
  atomic: true,
  description: "Subject is a user, a group or a service account.",
  members: {
    kind: required(text),
    apiGroup: optional(text),
    name: required(text),
    namespace: optional(text),
  },
});

export const role = kindStruct({
  id: `${rbac}.Role`,
  description: "Role is a set of rules in a namespace.",
  members: { rules: written(listOf(policyRule)) },
});

export const clusterRole = kindStruct({
  id: `${rbac}.ClusterRole`,
  description: "ClusterRole is a set of rules for the whole cluster.",
  members: {
    rules: written(listOf(policyRule)),
    aggregationRule: pointer(
      struct({
        id: `${rbac}.AggregationRule`,
        description: "AggregationRule chooses the roles whose rules are brought together.",
        members: { clusterRoleSelectors: optional(listOf(labelSelector)) },
      }),
    ),
  },
});

export const roleBinding = kindStruct({
  id: `${rbac}.RoleBinding`,
  description: "RoleBinding gives a role to subjects in a namespace.",
  members: { subjects: optional(listOf(subject)), roleRef: required(roleRef) },
});

export const clusterRoleBinding = kindStruct({
  id: `${rbac}.ClusterRoleBinding`,
  description: "ClusterRoleBinding gives a role to subjects in the whole cluster.",
  members: { subjects: optional(listOf(subject)), roleRef: required(roleRef) },
});
