/**
 * The types of crd-runtime that API types are written with, and how each is copied:
 * `value` is immutable, `function` has a deepCopy function of its own in crd-runtime,
 * `json` holds any JSON and is copied by `deepCopyJSON`.
 */
export const builtins = {
  integer: { copy: "value" },
  int32: { copy: "value" },
  int64: { copy: "value" },
  float: { copy: "value" },
  double: { copy: "value" },
  Quantity: { copy: "value" },
  IntOrString: { copy: "value" },
  Time: { copy: "value" },
  MicroTime: { copy: "value" },
  Duration: { copy: "value" },
  Bytes: { copy: "value" },
  JSON: { copy: "json" },
  RawExtension: { copy: "json" },
  TypeMeta: { copy: "function" },
  ObjectMeta: { copy: "function" },
  ListMeta: { copy: "function" },
  OwnerReference: { copy: "function" },
  ManagedFieldsEntry: { copy: "function" },
  Condition: { copy: "function" },
  LabelSelector: { copy: "function" },
  LabelSelectorRequirement: { copy: "function" },
  Status: { copy: "function" },
  StatusDetails: { copy: "function" },
  StatusCause: { copy: "function" },
} as const satisfies Record<string, { readonly copy: "value" | "function" | "json" }>;

export type BuiltinName = keyof typeof builtins;
