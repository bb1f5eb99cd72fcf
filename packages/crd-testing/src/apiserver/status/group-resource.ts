/** A resource without its version: `databases` of `example.com`. An ApiResource is one. */
export interface GroupResource {
  /** `""` is the core group. */
  readonly group: string;
  readonly resource: string;
}

/** A kind without its version: `Database` of `example.com`. An ApiResource is one. */
export interface GroupKind {
  readonly group: string;
  readonly kind: string;
}

/** `databases.example.com`; `pods` for the core group. */
export function qualifiedResource(reference: GroupResource): string {
  return reference.group === "" ? reference.resource : `${reference.resource}.${reference.group}`;
}

/** `Database.example.com`; `Pod` for the core group. */
export function qualifiedKind(reference: GroupKind): string {
  return reference.group === "" ? reference.kind : `${reference.kind}.${reference.group}`;
}
