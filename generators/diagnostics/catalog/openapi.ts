import { entries } from "./entry.js";

/** OpenAPI documents, and the rules that API types keep. */
export const openapi = entries({
  "openapi/list-type-missing": {
    severity: "warning",
    message: "list '{name}' has no list type (API rule list_type_missing)",
    cause:
      "Without one, server-side apply takes the whole list from whoever wrote it last, which can rarely be changed later without breaking its owners.",
    fix: "Say how the list is merged: '+listType=atomic', 'set', or 'map' with '+listMapKey='. Or accept all that there are with 'npx plop regenerate -- --update-report', which writes them into the file of exceptions.",
  },
  "openapi/names-match": {
    severity: "warning",
    message: "'{name}' is not camelCase (API rule names_match)",
    cause:
      "Members are named in camelCase in all of Kubernetes' APIs: a lower-case letter first, then letters and digits.",
    fix: "Rename the member while no one uses it. Or accept all that there are with 'npx plop regenerate -- --update-report', which writes them into the file of exceptions.",
  },
  "openapi/unused-exception": {
    severity: "warning",
    message: "accepted violation that is none: {violation}",
    cause:
      "The file of exceptions lists what is accepted, one 'API rule violation: rule,group/version,Type,member' a line; this one is not there, or no longer.",
    fix: "Remove the line, or let 'npx plop regenerate -- --update-report' write the file anew.",
  },
  "openapi/name-collision": {
    severity: "error",
    message: "type {type} has the definition '{name}', as one of '{other}' has",
    cause:
      "In an OpenAPI document a type is found by its name: the group in reverse order, the version and the type, or what '+k8s:openapi-model-package=' says and the type.",
    fix: "Give one of them another '+k8s:openapi-model-package=', or another name.",
  },
  "openapi/union": {
    severity: "error",
    message: "wrong {tag}: {problem}",
    cause:
      "The members of a union are optional and exclude each other; one further member, the discriminator, may name the one that is set.",
    fix: "Correct the tag, or the member that it stands on.",
  },
  "openapi/validation-tag": {
    severity: "error",
    message: "wrong {tag}: {problem}",
    cause:
      "'+k8s:validation:' sets a keyword of the OpenAPI schema: its name, then '=' and JSON, or '>' and text as it is; 'items:', 'additionalProperties:' and 'properties:NAME:' in front lead into the value, 'cel[0]:rule' and 'cel[0]:message' make a rule in CEL.",
    fix: "Correct the keyword, its value, or the member that it stands on.",
  },
  "openapi/unused-tag": {
    severity: "warning",
    message: "'{tag}' has no effect: no OpenAPI document has type {type}",
    cause:
      "Only openapi-gen reads the tag, and it writes the types that ask for it and what these are made of.",
    fix: "Add '+k8s:openapi-gen=true' to doc.ts or above the type, or remove the tag.",
  },
  "openapi/tag-value": {
    severity: "error",
    message: "'{value}' is no value of '+k8s:openapi-gen='",
    cause:
      "It takes 'true' and 'false', and on types and members also extensions as 'x-name:value'.",
    fix: "Correct the value.",
  },
});
