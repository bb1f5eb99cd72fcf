import { entries } from "./entry.js";

/** Sample objects: those that are made of types, and those that are there. */
export const sample = entries({
  "sample/refused": {
    severity: "warning",
    message: "the API server would refuse this {kind}: {problem}",
    cause:
      "Samples are checked in every run as the API server checks them: with the schema, the defaults and the rules that the types give.",
    fix: "Correct the sample, or remove it: the next 'npx plop regenerate' makes a new one of a kind that has none.",
  },
  "sample/no-such-kind": {
    severity: "warning",
    message: "the API server would not know this sample: {apiVersion} serves no kind '{kind}'",
    cause:
      "The group is one of the project's, and the version has no such kind, or is no longer served.",
    fix: "Write a version in which the kind is served, or remove the sample.",
  },
  "sample/syntax": {
    severity: "warning",
    message: "this sample is no YAML: {problem}",
    cause: "kubectl would not read it, and it is not checked.",
    fix: "Correct the file at that place.",
  },
  "sample/not-made": {
    severity: "info",
    message:
      "no sample of {kind} in {version}: none was found that the API server takes ({problem})",
    cause:
      "Samples are made of defaults, enumerations, formats and limits. A rule can ask for more than these say.",
    fix: "Give the members that it is about an example, '+kubebuilder:example=', or write the sample: it is yours then, and checked.",
  },
  "sample/example": {
    severity: "warning",
    message: "the example of '{member}' is none: {problem}",
    cause:
      "The value breaks what the types say of the member. It stands in the definition and in what 'kubectl explain' and others show.",
    fix: "Correct the example, or what the tags ask for.",
  },
});
