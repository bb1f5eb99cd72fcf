import { entries } from "./entry.js";

/** What `plop import` reads. */
export const importing = entries({
  "import/source": {
    severity: "error",
    message: "'{source}' cannot be read: {reason}",
    cause:
      "CustomResourceDefinitions are read from a file, a folder, a pattern, a URL or, with 'cluster', from the cluster of the kubeconfig.",
    fix: "Correct the path or the address, or fetch the file by hand and name that; for 'cluster', name a kubeconfig and a context that work.",
  },
  "import/syntax": {
    severity: "error",
    message: "this is no YAML: {problem}",
    cause: "The document cannot be read, and nothing of it is imported.",
    fix: "Correct the file at that place. Templates of Helm have to be rendered first: helm template.",
  },
  "import/nothing-found": {
    severity: "error",
    message: "there is no CustomResourceDefinition of apiextensions.k8s.io/v1 in {sources}",
    cause: "The import has nothing to make types of.",
    fix: "Name files with such definitions.",
  },
  "import/other-object": {
    severity: "warning",
    message: "no CustomResourceDefinition: {objects}",
    cause: "The file has other objects, too. Only definitions become types.",
    fix: "Nothing, if they are not meant.",
  },
  "import/old-boolean": {
    severity: "warning",
    message: "'{text}' without quotes is read as text here, and as {value} by kubectl",
    cause:
      "In YAML 1.1, which kubectl and Helm read, yes, no, on, off, y and n are booleans, also as keys. In YAML 1.2 they are text.",
    fix: "Put it in quotes where the text is meant, or write true or false.",
  },
  "import/old-version": {
    severity: "warning",
    message: "'{name}' is left out: {apiVersion} is no version that Kubernetes still has",
    cause:
      "apiextensions.k8s.io/v1beta1 was removed in Kubernetes 1.22; its schemas need not be structural.",
    fix: "Import the definition in its v1 form, which a cluster or a newer release of the project has.",
  },
  "import/kind-name": {
    severity: "error",
    message: "'{name}' is left out: no TypeScript type can be called '{kind}'",
    cause:
      "The type of a kind has the name of the kind, and names of types have letters, digits, '_' and '$' only.",
    fix: "Use the dynamic client of crd-runtime for this kind.",
  },
  "import/name-taken": {
    severity: "error",
    message: "'{name}' is left out: {group}/{version} has another type that is called '{type}'",
    cause:
      "The types of an API version have one namespace, and the type of a kind has the name of the kind.",
    fix: "Rename the type that is there, or import all definitions of the group at once: kinds get their names first.",
  },
  "import/invalid": {
    severity: "error",
    message: "'{name}' is left out: {problem}",
    cause: "The API server would refuse the definition for this reason.",
    fix: "Correct the definition at that place.",
  },
  "import/too-large": {
    severity: "error",
    message: "'{name}' is left out: the schema of {version} has {size}; the limit is {limit}",
    cause:
      "No definition of that size would be made of the types again: crd-gen stops where the API server can hardly follow.",
    fix: "Use the dynamic client of crd-runtime for this kind, or import a version of the definition in which large parts take any value (x-kubernetes-preserve-unknown-fields).",
  },
  "import/duplicate": {
    severity: "error",
    message: "'{name}' is defined twice, and not the same",
    cause: "Two definitions of one resource are in what is imported.",
    fix: "Import only one of them.",
  },
});
