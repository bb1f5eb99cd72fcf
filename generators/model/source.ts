import type { SourceSpan } from "../diagnostics/index.js";

/** A value in controller-gen's marker grammar. */
export type MarkerValue =
  | string
  | number
  | boolean
  | readonly MarkerValue[]
  | { readonly [key: string]: MarkerValue };

/**
 * One tag that the tag table knows, on a place where it is allowed, with a value of its grammar.
 *
 * The name is the table's: `+genclient:onlyVerbs=get,list` is name `genclient:onlyVerbs`, value `get,list`;
 * `+kubebuilder:resource:path=dbs,scope=Cluster` is name `kubebuilder:resource`, value `path=dbs,scope=Cluster`,
 * arguments `{ path: "dbs", scope: "Cluster" }`.
 */
export interface Tag {
  readonly name: string;
  /** Text after the name and its `=` (or `:` before named arguments), trimmed; undefined when there is none. */
  readonly value: string | undefined;
  /** The named arguments, for tags that take them. */
  readonly arguments?: Readonly<Record<string, MarkerValue>>;
  /** Text in parentheses behind the name, for tags that have some: `"sibling"`, `union: "name"`. */
  readonly parentheses?: string;
  /** From the `+` to the end of the tag. */
  readonly span: SourceSpan;
}
