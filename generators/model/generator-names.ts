/** Names of the generators, in the order in which they run. */
export const generatorNames = [
  "deepcopy-gen",
  "defaulter-gen",
  "conversion-gen",
  "prerelease-lifecycle-gen",
  "validation-gen",
  "zod-gen",
  "register-gen",
  "applyconfiguration-gen",
  "client-gen",
  "lister-gen",
  "informer-gen",
  "crd-gen",
  "rbac-gen",
  "webhook-gen",
  "samples-gen",
  "openapi-gen",
  "api-docs-gen",
] as const;

export type GeneratorName = (typeof generatorNames)[number];
