import { entries } from "./entry.js";

/** Changes of an API after which objects or clients that worked no longer do; found by `plop diff`. */
export const diff = entries({
  "diff/kind-removed": {
    severity: "error",
    skippable: true,
    message: "{where}: {change}",
    cause: "Deleting a definition deletes all objects of the kind; clients of the kind get 404.",
    fix: "Keep the kind, or release the removal as a new major version with a way to move the objects.",
  },
  "diff/version-removed": {
    severity: "error",
    skippable: true,
    message: "{where}: {change}",
    cause:
      "Clients that ask for the version get 404, and the API server refuses the update while status.storedVersions names it.",
    fix: "Deprecate the version first ('+kubebuilder:deprecatedversion'), then stop serving it, then remove it, each in its own release.",
  },
  "diff/version-not-served": {
    severity: "error",
    skippable: true,
    message: "{where}: {change}",
    cause: "Clients that ask for the version get 404.",
    fix: "Serve the version until all clients use another one; '+kubebuilder:deprecatedversion' warns them.",
  },
  "diff/storage-version-dropped": {
    severity: "error",
    skippable: true,
    message: "{where}: {change}",
    cause:
      "What is stored in the version cannot be read without it. The API server refuses the update as long as status.storedVersions names the version.",
    fix: "Make another version the storage version first, write every object once, take the old version out of status.storedVersions, and remove it then.",
  },
  "diff/scope-changed": {
    severity: "error",
    skippable: true,
    message: "{where}: {change}",
    cause:
      "The API server refuses to change the scope of a definition; URLs of all objects would differ.",
    fix: "Keep the scope, or give the kind another name.",
  },
  "diff/names-changed": {
    severity: "error",
    skippable: true,
    message: "{where}: {change}",
    cause: "Stored objects and all manifests have the old name.",
    fix: "Keep the name, or make a new kind with another plural.",
  },
  "diff/conversion-removed": {
    severity: "error",
    skippable: true,
    message: "{where}: {change}",
    cause:
      "Without a webhook the API server changes the apiVersion only: what is named differently in the versions is lost.",
    fix: "Keep the webhook as long as there are several versions.",
  },
  "diff/subresource-removed": {
    severity: "error",
    skippable: true,
    message: "{where}: {change}",
    cause:
      "Controllers write /status, and autoscalers and 'kubectl scale' use /scale by its paths: they get 404, or other values.",
    fix: "Keep the subresource and its paths, or change it in a new version of the API.",
  },
  "diff/status-subresource-added": {
    severity: "error",
    skippable: true,
    message: "{where}: {change}",
    cause:
      "The status in requests to the object itself is dropped from now on: controllers that write it there write nothing.",
    fix: "Add the subresource in a new version of the API, or update all writers together.",
  },
  "diff/selectable-field-removed": {
    severity: "error",
    skippable: true,
    message: "{where}: {change}",
    cause: "Lists and watches with that field selector are answered with 400.",
    fix: "Keep '+kubebuilder:selectablefield', or remove it in a new version of the API.",
  },
  "diff/field-removed": {
    severity: "error",
    skippable: true,
    message: "{where}: {change}",
    cause:
      "The API server drops what the schema does not describe: values are lost when objects are read or written next, and clients that need the field do not find it.",
    fix: "Keep the field and say in its comment that it is deprecated; remove it in a new version of the API with a conversion.",
  },
  "diff/type-changed": {
    severity: "error",
    skippable: true,
    message: "{where}: {change}",
    cause: "Stored values do not fit any more, and clients cannot read or write the field.",
    fix: "Add a field of another name, or change the type in a new version of the API with a conversion.",
  },
  "diff/required-added": {
    severity: "error",
    skippable: true,
    message: "{where}: {change}",
    cause: "Objects without the field, which were right before, are refused.",
    fix: "Make the field optional, or give it a default.",
  },
  "diff/enum-value-removed": {
    severity: "error",
    skippable: true,
    message: "{where}: {change}",
    cause: "Objects with the value, which were right before, are refused.",
    fix: "Keep the value, and let the controller take it for another one.",
  },
  "diff/constraint-tightened": {
    severity: "error",
    skippable: true,
    message: "{where}: {change}",
    cause:
      "Values that were right before may be refused. Of patterns, formats and alternatives it cannot be told whether the new one takes all that the old one did.",
    fix: "Loosen the constraint again, or tighten it in a new version of the API. Where no object can have such a value, set the severity of this code.",
  },
  "diff/rule-added": {
    severity: "error",
    skippable: true,
    message: "{where}: {change}",
    cause:
      "Objects that were right before may be refused. Unchanged parts of stored objects are let through, new objects are not.",
    fix: "Write the rule so that it holds for what was allowed, or add it in a new version of the API.",
  },
  "diff/nullable-removed": {
    severity: "error",
    skippable: true,
    message: "{where}: {change}",
    cause: "A null is dropped, or refused where the field is required.",
    fix: "Keep '+nullable'.",
  },
  "diff/default-changed": {
    severity: "error",
    skippable: true,
    message: "{where}: {change}",
    cause:
      "Manifests that leave the field out mean something else from now on, and stored objects without it, too.",
    fix: "Keep the default, or change it in a new version of the API.",
  },
  "diff/merge-changed": {
    severity: "error",
    skippable: true,
    message: "{where}: {change}",
    cause:
      "Server-side apply gives the parts other owners: an applier may remove what others have set, or be refused because of duplicates.",
    fix: "Keep the list or map type, or change it in a new version of the API.",
  },
  "diff/unknown-fields-dropped": {
    severity: "error",
    skippable: true,
    message: "{where}: {change}",
    cause: "What objects have there is dropped when they are read or written next.",
    fix: "Describe every field that objects have first, or keep unknown fields.",
  },
});
