import { entries } from "./entry.js";

/** Webhook configurations that are made of markers. */
export const webhook = entries({
  "webhook/invalid": {
    severity: "error",
    message: "wrong {tag}: {problem}",
    cause: "controller-gen refuses the marker, too.",
    fix: "Correct the marker.",
  },
  "webhook/refused": {
    severity: "error",
    skippable: true,
    message: "the API server refuses the webhook '{name}': {problem}",
    cause: "The configuration was checked as the API server checks it; controller-gen does not.",
    fix: "Correct the marker.",
  },
  "webhook/patch": {
    severity: "error",
    message: "the patch does not apply to the webhook '{name}': {problem}",
    cause:
      "'patch=' is a strategic merge patch in JSON; as controller-gen 0.23 does, it takes members of a webhook only, in their own case.",
    fix: "Correct the patch. Members that a marker has an argument for need none.",
  },
  "webhook/unused": {
    severity: "warning",
    message: "{what} has no effect: {problem}",
    cause: "controller-gen leaves it out without a word.",
    fix: "Take it away, or say what it is for.",
  },
  "webhook/resource": {
    severity: "warning",
    message: "there is no {what} '{name}' in {group}",
    cause:
      "Webhooks name resources by their plural, in lower case, and are not checked against what is served: for one that is misspelt the webhook is never called.",
    fix: "Correct it. Where another project adds it to the group, turn this code off in severities of crd-project.json.",
  },
});
