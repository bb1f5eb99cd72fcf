import { entries } from "./entry.js";

/** Hand-written manifests, whose schemas are made of types. */
export const schemapatch = entries({
  "schemapatch/syntax": {
    severity: "error",
    message: "not valid YAML: {problem}",
    cause:
      "Manifests are read as kubectl reads them; where that fails, there is no place for a schema.",
    fix: "Correct the text. A template that is filled in later is no manifest: patch what comes of it.",
  },
  "schemapatch/not-patched": {
    severity: "error",
    message: "{name} cannot be patched: {problem}",
    cause:
      "Only the schema is replaced, and all else in the file stays as it is; so each version must stand in the list 'spec.versions' with its name.",
    fix: "Write the definition out: apiVersion apiextensions.k8s.io/v1, and versions without anchors and merge keys.",
  },
  "schemapatch/unknown-kind": {
    severity: "warning",
    message: "{name} stays as it is: the project has no kind {kind} in group {group}",
    cause: "The group is one of the project's, and no type of it makes the definition's schema.",
    fix: "Correct 'spec.names.kind', write the type, or keep the file in another folder.",
  },
  "schemapatch/unknown-version": {
    severity: "warning",
    message: "the schema of {name} stays as it is in version {version}: the types do not have it",
    cause:
      "A schema is made from the types of its version. controller-gen removes the schema, which the API server refuses.",
    fix: "Correct the version's name, write its types, or remove the version.",
  },
  "schemapatch/missing-version": {
    severity: "warning",
    message: "{name} lacks version {version}, which the types have",
    cause: "Versions are the manifest's own: schemas go into those that are there.",
    fix: "Add the version to 'spec.versions', with its name, 'served' and 'storage'; its schema is filled in.",
  },
  "schemapatch/generated": {
    severity: "warning",
    message: "'{path}' stays as it is: its first line says that {generator} owns it",
    cause: "Generated files are written by their generators, and manifests are the user's.",
    fix: "Remove the first line to make it yours, or the file.",
  },
  "schemapatch/nothing-to-patch": {
    severity: "warning",
    message: "'{folder}' has no definition of a kind of this project",
    cause:
      "'schemapatch.manifests' in crd-project.json names a folder of hand-written CustomResourceDefinitions, the .yaml and .yml files directly in it.",
    fix: "Name their folder, or remove the setting.",
  },
});
