import { entries } from "./entry.js";

/** Roles that are made of markers. */
export const rbac = entries({
  "rbac/refused": {
    severity: "error",
    skippable: true,
    message: "the API server refuses the role: {problem}",
    cause:
      "A rule is for resources of API groups, or for URLs; those only a ClusterRole has. controller-gen writes what it is given.",
    fix: "Complete the marker, or make two of it.",
  },
  "rbac/verb": {
    severity: "warning",
    message: "'{verb}' is no verb of {subject}",
    cause:
      "Verbs are compared letter by letter, so a rule with a verb that no request has allows nothing.",
    fix: "Correct the verb. Where an API server of your own has it, turn this code off in severities of crd-project.json.",
  },
  "rbac/resource": {
    severity: "warning",
    message: "there is no resource '{resource}' in {group}",
    cause:
      "Rules name resources by their plural, in lower case, and are not checked against what is served: one that is misspelt allows nothing.",
    fix: "Correct the resource or its group. Where another project adds the resource to the group, turn this code off in severities of crd-project.json.",
  },
  "rbac/group": {
    severity: "warning",
    message: "group '{group}' is of neither this project nor Kubernetes",
    cause: "A rule for a group that is not served allows nothing.",
    fix: 'Correct the group: the core group is "" or core. A group of another project is fine: turn this code off in severities of crd-project.json.',
  },
  "rbac/url": {
    severity: "warning",
    message: "no request has the URL '{url}'",
    cause: "URLs of rules are paths that begin with '/', and a '*' stands at their end only.",
    fix: "Correct the URL.",
  },
  "rbac/resource-names": {
    severity: "warning",
    message: "'{verb}' is never allowed for single names",
    cause:
      "Such a request has no name when it is decided about, so a rule with resourceNames does not match it.",
    fix: "Allow the verb in a marker without resourceNames.",
  },
});
