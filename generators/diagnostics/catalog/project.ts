import { entries } from "./entry.js";

/** The project as a whole: its crd-project.json, the command line, scaffolding, verify. */
export const project = entries({
  "project/config-missing": {
    severity: "error",
    message: "no crd-project.json in '{folder}'",
    cause: "This file marks the root of a project and holds its settings.",
    fix: "Run the command inside a project, or create one: npm init crd-project my-operator",
  },
  "project/config-syntax": {
    severity: "error",
    message: "crd-project.json is not valid JSON: {problem}",
    cause: "The file cannot be read.",
    fix: "Correct the JSON at that place.",
  },
  "project/config-invalid": {
    severity: "error",
    message: "crd-project.json: {path}: {problem}",
    cause: "The setting is unknown or its value is not one of those allowed.",
    fix: "Correct the value; schema/crd-project.json, which the file names as $schema, lists all settings.",
  },
  "project/clientset-input": {
    severity: "error",
    message: "the clientset in '{client}' has no '{name}'",
    cause:
      "'input' and 'includedTypesOverrides' of a clientset in crd-project.json name groups, group versions and kinds with clients.",
    fix: "Correct the name, or remove it.",
  },
  "project/missing-dependency": {
    severity: "error",
    skippable: true,
    message: "{generator} needs '{name}', which package.json does not name",
    cause:
      "The code that the generator writes imports the package, and no project has it from the start.",
    fix: "Install it with npm install, or leave the generator out of 'generators' in crd-project.json.",
  },
  "project/newer-version": {
    severity: "warning",
    message: "crd-project.json was written by create-crd-project {version}, and this is {current}",
    cause: "A newer version may have written settings or code that this one does not know.",
    fix: "Update the package: npm install --save-dev create-crd-project@<version>",
  },
  "project/missing-apis": {
    severity: "error",
    message: "there is no folder '{folder}', in which API types are looked for",
    cause:
      "'apis' in crd-project.json names the folder of the API types. Without them all generated code would be left over, and removed.",
    fix: "Correct 'apis' in crd-project.json, or add an API: npx plop apigroup",
  },
  "project/no-apis": {
    severity: "warning",
    message: "no API version below '{folder}'",
    cause:
      "An API version is a folder <group>/<version> with a doc.ts. Without one there is nothing to generate.",
    fix: "Add one: npx plop apigroup",
  },
  "project/unknown-group": {
    severity: "error",
    message: "no API group '{group}' in this project",
    cause: "Groups are the folders below that of the API types, src/apis by default.",
    fix: "Give one of the groups there, or add it first: npx plop apigroup --group <group>",
  },
  "project/unknown-base": {
    severity: "error",
    message: "'{base}' is no commit that git knows here",
    cause:
      "plop diff compares with a branch, a tag or a commit of the project's repository, with a path or URL of manifests, or with the 'cluster' of the kubeconfig. In CI, a shallow clone knows the last commit only.",
    fix: "Correct the name, fetch it (git fetch origin <branch>), or write a path so that it shows: ./<folder>",
  },
  "project/empty-base": {
    severity: "error",
    message: "there is no CustomResourceDefinition in {place}",
    cause:
      "There is nothing to compare with: the manifests of that commit are not checked in, or are elsewhere, or the file has other objects only.",
    fix: "Check the generated manifests in, name a commit that has them, or give the path or URL of released ones.",
  },
  "project/unreadable-definition": {
    severity: "error",
    message: "this CustomResourceDefinition cannot be read: {problem}",
    cause:
      "A definition of apiextensions.k8s.io/v1 has names, a scope and versions, each with its schema.",
    fix: "Correct the manifest at that place.",
  },
  "project/out-of-date": {
    severity: "error",
    message: "'{path}' is out of date",
    cause:
      "The file is not what the types and tags generate: they changed since, or the file was edited by hand.",
    fix: "Run 'npx plop regenerate' and commit the result.",
  },
  "project/missing-file": {
    severity: "error",
    message: "'{path}' is missing",
    cause: "The types and tags generate this file, and it is not there.",
    fix: "Run 'npx plop regenerate' and commit the result.",
  },
  "project/leftover-file": {
    severity: "error",
    message: "'{path}' is no longer generated",
    cause: "The file carries our header, and nothing in the types and tags asks for it any more.",
    fix: "Run 'npx plop regenerate', which removes it, and commit the result.",
  },
  "project/not-empty": {
    severity: "error",
    message: "'{folder}' is not empty ({entries})",
    cause: "A new project is never mixed with files that are there already.",
    fix: "Choose another directory or empty this one; to add an API to an existing project, run 'npx plop apigroup' in it.",
  },
  "project/kind-exists": {
    severity: "error",
    message: "kind '{kind}' exists already in {group}/{version}",
    cause: "Every kind of an API version has one declaration.",
    fix: "Choose another kind, or edit the declaration that is there.",
  },
  "project/name-taken": {
    severity: "error",
    message: "'{file}' has a '{name}' already",
    cause: "The new kind would declare or import the same name, and what you wrote is not changed.",
    fix: "Choose another kind, or rename the declaration that is there.",
  },
  "project/unreadable-types": {
    severity: "error",
    message: "'{file}' cannot be extended: {problem}",
    cause: "A kind is added at the end of types.ts, which has to be readable for that.",
    fix: "Correct the file first.",
  },
  "project/invalid-directory": {
    severity: "error",
    message: "'{value}' cannot be the project's directory: {reason}",
    cause: "The directory's name becomes the name of the npm package.",
    fix: "Give the path of a folder whose name has lower-case letters, digits, '-', '.' and '_'.",
  },
  "project/invalid-group": {
    severity: "error",
    message: "'{value}' is not an API group: {reason}",
    cause:
      "A group is a DNS subdomain such as example.com: it is part of URLs and of the names of CRDs. An API server takes custom resources only of groups with a dot.",
    fix: "Use lower-case letters, digits and '-' in parts separated by '.', at most 253 characters.",
  },
  "project/protected-group": {
    severity: "warning",
    message: "the API group '{value}' needs an approval by the Kubernetes project",
    cause:
      "Groups below k8s.io and kubernetes.io are protected: an API server refuses their CRDs without the annotation api-approved.kubernetes.io.",
    fix: "Use a domain of your own; or annotate the CRDs with the link of the approval (or 'unapproved, ...').",
  },
  "project/invalid-version": {
    severity: "error",
    message: "'{value}' is not an API version: {reason}",
    cause:
      "Versions are named like v1, v2beta1 or v1alpha2; their order and stability are read from the name.",
    fix: "Use v<number>, v<number>alpha<number> or v<number>beta<number>, all in lower case.",
  },
  "project/unusual-version": {
    severity: "warning",
    message: "the API version '{value}' is not named like v1, v1beta1 or v1alpha1",
    cause: "It is allowed, but Kubernetes sorts it behind all versions named so, whatever it says.",
    fix: "Use v<number>, v<number>alpha<number> or v<number>beta<number> unless you have to keep this name.",
  },
  "project/invalid-kind": {
    severity: "error",
    message: "'{value}' is not a kind: {reason}",
    cause:
      "A kind is a noun in PascalCase such as Database; its lower-case form is part of DNS names.",
    fix: "Start with an upper-case letter and use only letters and digits, at most 63 characters.",
  },
  "project/reserved-kind": {
    severity: "error",
    message: "'{value}' cannot be a kind: {reason}",
    cause: "The generated code would declare a name twice, or hide one that it needs.",
    fix: "Choose a more specific noun.",
  },
  "project/invalid-plural": {
    severity: "error",
    message: "'{value}' is not a plural: {reason}",
    cause: "The plural is the resource's name in URLs and the first part of the CRD's name.",
    fix: "Use lower-case letters, digits and '-', starting with a letter, at most 63 characters.",
  },
  "project/plural-of-many": {
    severity: "error",
    message: "one plural cannot stand for several kinds ({kinds})",
    cause: "Each kind of a group version has a resource name of its own.",
    fix: "Leave out --plural, or scaffold that kind by itself with 'npx plop apigroup --kind <Kind> --plural <plural>'.",
  },
  "project/repeated-kind": {
    severity: "error",
    message: "the kinds {kinds} share the {what} '{name}'",
    cause: "Kinds of one group version need names and plurals that differ.",
    fix: "Name each kind once, or give one of them another plural.",
  },
  "project/unknown-flag": {
    severity: "error",
    message: "unknown flag '{flag}'",
    cause: "The command does not know it, and does not guess.",
    fix: "See --help for all flags.",
  },
  "project/flag-value": {
    severity: "error",
    message: "flag '{flag}' {problem}",
    cause: "The flag's value is missing, is not one of those allowed, or the flag takes none.",
    fix: "See --help for all flags and their values.",
  },
  "project/unknown-command": {
    severity: "error",
    message: "unknown command '{command}'",
    cause: "There is no command of that name.",
    fix: "See --help for all commands.",
  },
  "project/extra-argument": {
    severity: "error",
    message: "unexpected argument '{argument}'",
    cause: "All answers but the directory are given by flags.",
    fix: "See --help for all flags.",
  },
  "project/lost-flags": {
    severity: "error",
    message: "npm kept {flags} for itself, so nothing was done",
    cause: "Flags before the first '--' are npm's own; only those after it reach this command.",
    fix: "Put '--' before the flags.",
  },
  "project/missing-answer": {
    severity: "error",
    message: "no value for {flags}, and nobody to ask",
    cause:
      "Without a terminal, and with --yes or --format json, nothing is asked: what has no default comes from a flag.",
    fix: "Give the flags. In 'npm init', ours stand after '--'.",
  },
  "project/unknown-code": {
    severity: "error",
    message: "unknown code '{code}'",
    cause: "There is no diagnostic of that code.",
    fix: "Copy the code from the message, as in tag/unknown; 'crd-project explain' lists all.",
  },
});
