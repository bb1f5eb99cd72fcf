/** Where a tag can stand: doc.ts, a type, a member of a type, a function beside the types. */
export const tagTargets = ["package", "type", "member", "function"] as const;
export type TagTarget = (typeof tagTargets)[number];

/** The tool whose tag it is, by its Kubernetes name. */
export type TagTool =
  | "client-gen"
  | "deepcopy-gen"
  | "register-gen"
  | "lister-gen"
  | "informer-gen"
  | "applyconfiguration-gen"
  | "defaulter-gen"
  | "conversion-gen"
  | "prerelease-lifecycle-gen"
  | "go-to-protobuf"
  | "openapi-gen"
  | "validation-gen"
  | "controller-gen"
  | "crd-project";

/** Type of one value in controller-gen's marker grammar. */
export type ArgumentType = "string" | "list" | "boolean" | "integer" | "number" | "any";

export interface ArgumentEntry {
  readonly type: ArgumentType;
  readonly required?: boolean;
  /** The values it can have, where they are a closed set. */
  readonly oneOf?: readonly string[];
}

/** What stands behind the name. */
export type TagValue =
  /** `+genclient`. */
  | { readonly kind: "none" }
  /** `+kubebuilder:object:root`, `=true`, `=false`. */
  | { readonly kind: "flag" }
  | { readonly kind: "boolean" }
  /** One of these words. */
  | { readonly kind: "word"; readonly oneOf: readonly string[] }
  /** Several of these words, between commas. */
  | { readonly kind: "words"; readonly oneOf: readonly string[] }
  /** The rest of the line; `empty` allows none behind the `=`, `bare` no `=` at all. */
  | { readonly kind: "text"; readonly empty?: boolean; readonly bare?: boolean }
  /** A marker value: bare, or in double quotes or backticks. */
  | { readonly kind: "string" }
  | { readonly kind: "integer" }
  | { readonly kind: "number" }
  /** `{a,b}` or `a;b`. */
  | { readonly kind: "list" }
  /** Any value of the marker grammar. */
  | { readonly kind: "any" }
  /** JSON of this type. */
  | { readonly kind: "json"; readonly of: "array" | "object" | "string" }
  /** Another tag with its `+`: `+k8s:eachVal=+k8s:minLength=1`. */
  | { readonly kind: "tag" }
  /** Named arguments: `:path=dbs,scope=Cluster`. */
  | { readonly kind: "arguments"; readonly arguments: Readonly<Record<string, ArgumentEntry>> }
  /** `package`, `package,register`, `true` or `false`. */
  | { readonly kind: "deepcopy" }
  /** In doc.ts `false` or a member's name, on a type `true` or `false`, on a function `covers`. */
  | { readonly kind: "defaulter" }
  /** In doc.ts a version or `false`, elsewhere `false`. */
  | { readonly kind: "conversion" }
  /** `1.37`. */
  | { readonly kind: "release" }
  /** `example.com,v2,Database`. */
  | { readonly kind: "groupVersionKind" }
  /** In doc.ts `*`, `false`, `TypesWithField=Name` or `TypesWithSuffix=Suffix`, on a type `true` or `false`. */
  | { readonly kind: "validation" }
  /** JSON, or `ref(Constant)`. */
  | { readonly kind: "default" }
  /** Type names between commas. */
  | { readonly kind: "typeNames" }
  /** `Name,verb=,subresource=,input=,result=`. */
  | { readonly kind: "method" };

/** Arguments in parentheses behind the name, in the grammar of validation-gen: `(key: "value")`. */
export interface Parentheses {
  readonly required: boolean;
  /** For the documentation: `union: "name"`. */
  readonly shape: string;
}

/** What the tag table says of one tag. */
export interface TagEntry {
  /** Without `+`; a `*` at the end stands for any rest. */
  readonly name: string;
  readonly tool: TagTool;
  readonly targets: readonly TagTarget[];
  readonly value: TagValue;
  readonly parentheses?: Parentheses;
  readonly repeatable: boolean;
  /** Read on an interface only, or on a kind only. */
  readonly only?: "interface" | "kind";
  /** What to do instead, for a tag of Go that has no counterpart in TypeScript: an error wherever it stands. */
  readonly refused?: string;
  /** False: known, and reported as not implemented yet. */
  readonly implemented: boolean;
  /** One line for the reference. */
  readonly description: string;
  /** A whole line as it stands in a comment, with its `+`. */
  readonly example: string;
}

/** What the tables write; the rest is filled in. */
export type TagEntryInput = Pick<TagEntry, "name" | "description" | "example"> & Partial<TagEntry>;

/** Fills in what the tags of one table have in common. */
export function entriesOf(
  common: Pick<TagEntry, "tool"> & Partial<TagEntry>,
  entries: readonly TagEntryInput[],
): readonly TagEntry[] {
  return entries.map((entry) => ({
    targets: ["type"],
    value: { kind: "none" },
    repeatable: false,
    ...common,
    // What is refused has nothing to be read.
    implemented: entry.refused === undefined && common.implemented === true,
    ...entry,
  }));
}
