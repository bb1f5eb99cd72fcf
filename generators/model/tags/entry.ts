import type { GeneratorName } from "../generator-names.js";

/** Where a tag can stand: doc.ts, a type, a member of a type, a function beside the types, any comment of the project. */
export const tagTargets = ["package", "type", "member", "function", "anywhere"] as const;
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

/** Type of one value in controller-gen's marker grammar; the items of `strings` are texts, whatever they look like. */
export type ArgumentType = "string" | "strings" | "list" | "boolean" | "integer" | "number" | "any";

export interface ArgumentEntry {
  readonly type: ArgumentType;
  readonly required?: boolean;
  /** The values it can have, or its items, where they are a closed set. */
  readonly oneOf?: readonly string[];
  /** These values are known in any case. */
  readonly anyCase?: true;
  /** An empty text in quotes is a value. */
  readonly empty?: true;
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
  | { readonly kind: "words"; readonly oneOf: readonly string[]; readonly areVerbs?: true }
  /** The rest of the line; `empty` allows none behind the `=`, `bare` no `=` at all. */
  | {
      readonly kind: "text";
      readonly empty?: boolean;
      readonly bare?: boolean;
      /** What the whole text matches. */
      readonly pattern?: RegExp;
    }
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
  /** Which members are there: `a && !b`, `oneOf(a; b)`. */
  | { readonly kind: "presence" }
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
  /** The names that values in them can have; `any` where these are members of a type, none for one value without a name. */
  readonly names: readonly string[] | "any";
  /** One value without a name is allowed as well. */
  readonly unnamed?: true;
  /** For the documentation: `union: "name"`. */
  readonly shape: string;
}

/** Who reads a tag: generators of ours, or the model that all of them get. */
export type TagReader = GeneratorName | "model";

/**
 * The release in which a tag came: of Kubernetes, whose releases code-generator and kube-openapi follow, of controller-gen, or
 * of this tool. Kubernetes 1.17 and controller-gen 0.2 are the oldest that were looked at: what they have may be older.
 */
export type TagSince = `${"Kubernetes" | "controller-gen" | "create-crd-project"} ${number}`;

/** A tag that cannot stand beside the tag of an entry, on one declaration or in one doc.ts. */
export interface TagConflict {
  /** The other tag's name; the entry's own, where two of its values contradict each other. */
  readonly with: string;
  /** The entry's tag contradicts only with this value: `off` is `false`, `on` any other. */
  readonly own?: "on" | "off";
  /** The other tag contradicts only with this value. */
  readonly other?: "on" | "off";
  /** They contradict each other only where their values do: when, in words. Who reads them finds out. */
  readonly when?: string;
  /** What to do, where it is more than to keep one of the two. */
  readonly hint?: string;
}

/** What the tag table says of one tag. */
export interface TagEntry {
  /** Without `+`; a `*` at the end stands for any rest. */
  readonly name: string;
  readonly tool: TagTool;
  /** Other tags of the table that say the same. */
  readonly aliases: readonly string[];
  /** Lines of older releases, without `+`, that this tag has taken the place of, and what to do about each. */
  readonly formerly: Readonly<Record<string, string>>;
  readonly targets: readonly TagTarget[];
  readonly value: TagValue;
  readonly parentheses?: Parentheses;
  readonly repeatable: boolean;
  /** Written on one of the two tags only; `conflictsOf` has both directions. */
  readonly conflicts: readonly TagConflict[];
  /** Whose output it changes; nobody's, where the tag says nothing to TypeScript, or is refused. */
  readonly readBy: readonly TagReader[];
  /** Whether the tag, unless it is `false`, asks for output: that of one of its readers, so one of them must run. */
  readonly asks: boolean;
  readonly since: TagSince;
  /** Read on an interface only, or on a kind only. */
  readonly only?: "interface" | "kind";
  /** What to do instead, for a tag of Go that has no counterpart in TypeScript: an error wherever it stands. */
  readonly refused?: string;
  /** Whether it has readers. False: known, and reported as one without effect. */
  readonly implemented: boolean;
  /** One line for the reference. */
  readonly description: string;
  /** A whole line as it stands in a comment, with its `+`. */
  readonly example: string;
}

type Optional = Partial<Omit<TagEntry, "implemented" | "readBy" | "refused" | "asks">>;

/** A tag is read by someone and may ask for output, or is refused, or is neither: without effect. */
type Reading =
  | {
      readonly readBy: readonly [TagReader, ...TagReader[]];
      readonly asks?: true;
      readonly refused?: never;
    }
  | { readonly readBy?: never; readonly asks?: never; readonly refused: string }
  | { readonly readBy?: readonly []; readonly asks?: never; readonly refused?: never };

/** What the tables write; the rest is filled in. */
export type TagEntryInput = Pick<TagEntry, "name" | "since" | "description" | "example"> &
  Optional &
  Reading;

/** Fills in what the tags of one table have in common. */
export function entriesOf(
  common: Pick<TagEntry, "tool"> & Optional & Pick<Reading, "readBy">,
  entries: readonly TagEntryInput[],
): readonly TagEntry[] {
  return entries.map((entry) => {
    // What is refused has nothing to be read.
    const readBy = entry.refused === undefined ? (entry.readBy ?? common.readBy ?? []) : [];
    return {
      aliases: [],
      formerly: {},
      targets: ["type"],
      value: { kind: "none" },
      repeatable: false,
      conflicts: [],
      asks: false,
      ...common,
      ...entry,
      readBy,
      implemented: readBy.length > 0,
    };
  });
}
