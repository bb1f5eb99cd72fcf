import type { SourceSpan } from "../diagnostics/index.js";
import type { BuiltinName } from "./builtins.js";
import type { Tag } from "./source.js";

/** Identity of a declared type: `<group>/<version>.<Name>`, unique in a model. */
export type TypeId = string;

/** A scalar that JSON knows. */
export type LiteralValue = string | number | boolean | null;

/** Any JSON value. */
export type JsonValue = LiteralValue | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** The subset of TypeScript in which API types are written. Plain data, without cycles: references go by id. */
export type TypeExpression =
  | { readonly kind: "string" }
  | { readonly kind: "boolean" }
  /** Plain `number`: type number without a format. */
  | { readonly kind: "number" }
  /** A type of crd-runtime: int32, Quantity, ObjectMeta ... */
  | { readonly kind: "builtin"; readonly name: BuiltinName }
  /** One literal or a union of literals, in source order. Null among them is in `nullable`, not here. */
  | { readonly kind: "enum"; readonly values: readonly Exclude<LiteralValue, null>[] }
  | { readonly kind: "array"; readonly element: TypeExpression }
  /** `[A, B]`: as many items as there are types, at least one. */
  | { readonly kind: "tuple"; readonly elements: readonly TypeExpression[] }
  /** `Record<string, T>` and `{ [key: string]: T }`. */
  | { readonly kind: "map"; readonly value: TypeExpression }
  | { readonly kind: "reference"; readonly id: TypeId }
  | { readonly kind: "object"; readonly members: readonly Member[] }
  | { readonly kind: "nullable"; readonly type: TypeExpression }
  | UnionExpression;

/** The unions that structural schemas know. */
export type UnionExpression =
  /** `T | T[]`. */
  | { readonly kind: "union"; readonly form: "oneOrMany"; readonly type: TypeExpression }
  /** `T | boolean`. */
  | { readonly kind: "union"; readonly form: "orBoolean"; readonly type: TypeExpression }
  /** Interfaces told apart by a member whose type is a literal. */
  | {
      readonly kind: "union";
      readonly form: "discriminated";
      readonly discriminant: string;
      readonly members: readonly { readonly id: TypeId; readonly value: string }[];
    };

/** A member of an interface or inline object type. */
export interface Member {
  readonly name: string;
  readonly optional: boolean;
  /** Present where the modifier is: for code that assigns the member. */
  readonly readonly?: true;
  readonly type: TypeExpression;
  /** Doc comment without tag lines, paragraphs kept; "" when there is none. */
  readonly description: string;
  readonly tags: readonly Tag[];
  /** From `+kubebuilder:default=` or `+default=`; the type's own default is not here. */
  readonly default?: DefaultValue;
  readonly span: SourceSpan;
}

/** What a value is where it is absent: JSON, or a constant that `+default=ref(...)` names. */
export interface DefaultValue {
  /** A box, because null is a value; undefined for a constant whose value is not written out where it is declared. */
  readonly json: { readonly value: JsonValue } | undefined;
  readonly constant: ConstantReference | undefined;
  /** The value in its tag. */
  readonly span: SourceSpan;
}

/** An exported constant. */
export interface ConstantReference {
  readonly name: string;
  /** Project file (posix, from the root, with `.ts`) or package specifier that exports it. */
  readonly module: string;
}

/** An interface named in a `+k8s:deepcopy-gen:interfaces=` tag other than runtime.Object. */
export interface InterfaceReference {
  /** `SomeInterface`. */
  readonly name: string;
  /** The declared type of this project, or undefined for one from a module. */
  readonly id: TypeId | undefined;
  /** Project file (posix, from the root) or package specifier that exports it. */
  readonly module: string;
}

/** An exported interface or type alias of a version folder. */
export interface ApiType {
  readonly id: TypeId;
  readonly name: string;
  /** The declaring file, posix path from the project's root; of a type of a package, the specifier that exports it. */
  readonly file: string;
  /** The name in its declaration. */
  readonly span: SourceSpan;
  readonly description: string;
  readonly tags: readonly Tag[];
  readonly declaration:
    | {
        readonly kind: "interface";
        /** Builtins (TypeMeta) or references, in source order. */
        readonly extends: readonly TypeExpression[];
        /** Own members in source order, inherited ones not included. */
        readonly members: readonly Member[];
      }
    | { readonly kind: "alias"; readonly type: TypeExpression };
  /** What deepcopy-gen does for the type, resolved from the package and type tags. */
  readonly deepCopy: {
    readonly generate: boolean;
    /** `interfaces=runtime.Object`: register-gen adds the type to the scheme. */
    readonly runtimeObject: boolean;
    readonly interfaces: readonly InterfaceReference[];
    /** Hand-written `deepCopyX` beside the types, used instead of a generated one. */
    readonly handWritten: { readonly module: string; readonly name: string } | undefined;
    /** Hand-written `deepCopyIntoX`, which the generated `deepCopyX` calls with an empty `output`. */
    readonly handWrittenInto?: {
      readonly module: string;
      readonly name: string;
      readonly empty: "object" | "array";
    };
  };
  /** `deepCopyDatabase`. */
  readonly deepCopyName: string;
  /** What defaulter-gen knows of the type. */
  readonly defaulting: TypeDefaulting;
  /** Hand-written `validateCustom_X` and `validateCustom_X_member`, where there are any. */
  readonly customValidations?: readonly CustomValidation[];
  /** Present on what extends TypeMeta in a version whose doc.ts has `+k8s:prerelease-lifecycle-gen=true`. */
  readonly lifecycle?: TypeLifecycle;
}

/** What prerelease-lifecycle-gen knows of a type. */
export interface TypeLifecycle {
  /** `apiLifecycle_Database`. */
  readonly name: string;
  /** Undefined without `:introduced=`, where the constant is written by hand. */
  readonly releases: Releases | undefined;
  /** The file that exports a constant of the name, which takes the place of the generated one. */
  readonly handWritten: string | undefined;
}

/** Releases in which a type came, is deprecated and goes, and what takes its place. */
export interface Releases {
  readonly introduced: Release;
  readonly deprecated: Release | undefined;
  readonly removed: Release | undefined;
  readonly replacement: ReplacementKind | undefined;
}

/** `1.37`. */
export interface Release {
  readonly major: number;
  readonly minor: number;
}

/** The kind that takes the place of another. */
export interface ReplacementKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** How values of a type get their defaults, besides those of its members. */
export interface TypeDefaulting {
  /** `+default=` on the type: of members whose type it is, unless they have one of their own. */
  readonly default: DefaultValue | undefined;
  /** Defaulted by a function of its own, which the scheme knows. */
  readonly root: boolean;
  /** Hand-written `setObjectDefaults_X`, in place of a generated one. */
  readonly complete: DefaultingFunction | undefined;
  /** Hand-written `setDefaults_X`, then `setDefaults_X_more` by name: called in this order. */
  readonly functions: readonly DefaultingFunction[];
}

/** A hand-written function that fills in defaults of one type. */
export interface DefaultingFunction {
  readonly name: string;
  /** The declaring file, posix path from the project's root. */
  readonly module: string;
  /** `+k8s:defaulter-gen=covers`: what is below the value is its work, too. */
  readonly covers: boolean;
  readonly span: SourceSpan;
}

/** A hand-written function that validates values of a type, or of one of its own members. */
export interface CustomValidation {
  readonly name: string;
  /** The declaring file, posix path from the project's root. */
  readonly module: string;
  /** The member; undefined for the whole value. */
  readonly member: string | undefined;
}

/** Verbs of generated clients, in client-gen's order. */
export const verbs = [
  "create",
  "update",
  "updateStatus",
  "delete",
  "deleteCollection",
  "get",
  "list",
  "watch",
  "patch",
  "apply",
  "applyStatus",
] as const;
export type Verb = (typeof verbs)[number];

/** A type that a tag names (`input=`, `result=`). */
export type NamedType =
  | { readonly kind: "declared"; readonly id: TypeId }
  | { readonly kind: "imported"; readonly module: string; readonly name: string };

/** `+genclient:method=UpdateScale,verb=update,subresource=scale,input=...,result=...`. */
export interface ExtensionMethod {
  /** `updateScale`. */
  readonly name: string;
  readonly verb: "create" | "update" | "get" | "list" | "patch" | "apply";
  readonly subresource: string | undefined;
  readonly input: NamedType | undefined;
  readonly result: NamedType | undefined;
  readonly span: SourceSpan;
}

/** An expansion of a lister: of that of all namespaces or a cluster-scoped kind, of that of one namespace, or of both. */
export interface ListerExpansion {
  readonly path: string;
  readonly all: boolean;
  readonly namespace: boolean;
}

/** Client side of a kind: present when the type carries +genclient. */
export interface KindClient {
  /** Verbs that stay after onlyVerbs, skipVerbs, readonly, noVerbs and noStatus, in the order of `verbs`. */
  readonly verbs: readonly Verb[];
  readonly methods: readonly ExtensionMethod[];
  /** `databases`: accessor on the group version client and on informers. */
  readonly accessor: string;
  /** Hand-written `<version>_<kind>_expansion.ts` beside the clientset, lister or informer file, posix path. */
  readonly expansions: {
    readonly client: string | undefined;
    readonly lister: ListerExpansion | undefined;
    readonly informer: string | undefined;
  };
}

/** A kind: a type that extends TypeMeta, has ObjectMeta and is no List. */
export interface Kind {
  readonly type: TypeId;
  /** `Database`. */
  readonly kind: string;
  /** `databases`: the REST resource, path segment and CRD plural. */
  readonly plural: string;
  /** `database`. */
  readonly singular: string;
  /** `DatabaseList`. */
  readonly listKind: string;
  /** The declared List type, when there is one. */
  readonly listType: TypeId | undefined;
  readonly shortNames: readonly string[];
  /** `+kubebuilder:resource:categories=`: `kubectl get all` and the like. */
  readonly categories: readonly string[];
  readonly scope: "Namespaced" | "Cluster";
  /** Has a member named `status`. */
  readonly hasStatus: boolean;
  /** `+kubebuilder:subresource:status`. */
  readonly statusSubresource: boolean;
  /** The API server serves it: there is no `+kubebuilder:unservedversion`. */
  readonly served: boolean;
  /** Left out of the definition: `+kubebuilder:skipversion`, or `+kubebuilder:skip` in doc.ts. */
  readonly skipped: boolean;
  /** Storage version: tagged, or the only version of the kind in its definition. */
  readonly storage: boolean;
  readonly client: KindClient | undefined;
  /** A further clientset is made without it: nothing of its own is generated there. */
  readonly leftOut?: true;
  /** `Databases`: the plural in Go case, for DatabasesGetter. */
  readonly pluralName: string;
}

/** A function that the user exports beside the types. */
export interface HandWrittenFunction {
  readonly name: string;
  /** The declaring file, posix path from the project's root. */
  readonly module: string;
  readonly tags: readonly Tag[];
  readonly span: SourceSpan;
}

/** A hand-written `convert_v1beta1_Database_To_v1_Database`. */
export interface ConversionFunction {
  readonly name: string;
  /** The declaring file, posix path from the project's root. */
  readonly module: string;
  readonly from: TypeId;
  readonly to: TypeId;
  /** `+k8s:conversion-fn=`: generated code calls it, leaves the member out, or copies the value instead. */
  readonly mode: "call" | "drop" | "copy-only";
  readonly span: SourceSpan;
}

/** Where a package exports what belongs to a version: package specifiers, or project files with `.ts`. */
export interface PackageExports {
  /** `deepCopyPodSpec`. */
  readonly deepCopy: string;
  /** `PodSpecApplyConfiguration` and `podSpecApplyConfiguration`. */
  readonly applyConfigurations: string;
}

/** A version of an API group: one folder with doc.ts. */
export interface ApiVersion {
  readonly group: string;
  readonly version: string;
  /** `src/apis/example.com/v1`. */
  readonly directory: string;
  /** doc.ts. */
  readonly span: SourceSpan;
  readonly description: string;
  readonly tags: readonly Tag[];
  /** `exampleV1`: accessor on the clientset. */
  readonly accessor: string;
  /** `ExampleV1`: prefix of ExampleV1Client and ExampleV1Interface. */
  readonly typeName: string;
  /** `v1`: accessor below the group on the informer factory. */
  readonly versionAccessor: string;
  /** A hand-written register.ts takes the place of the generated one (then its path). */
  readonly handWrittenRegister: string | undefined;
  /** doc.ts asks for default functions: `+k8s:defaulter-gen=TypeMeta`. */
  readonly defaulted: boolean;
  /**
   * `+k8s:conversion-gen=` in doc.ts: directories of the versions to and from which types of the same name are converted, in
   * the order of the tags; undefined where doc.ts asks for no conversions.
   */
  readonly peers: readonly string[] | undefined;
  /** Hand-written conversions that stand in the folder. */
  readonly conversions: readonly ConversionFunction[];
  /** In order of file name and declaration. */
  readonly types: readonly ApiType[];
  /** Exported hand-written functions of the folder (deepcopy, defaults, conversions), in order of file name and place. */
  readonly functions: readonly HandWrittenFunction[];
  /** Sorted by kind. */
  readonly kinds: readonly Kind[];
  /** Present for a version of a package: its types are used, and nothing is generated for it. */
  readonly exports?: PackageExports;
}

/** An API group with its versions, sorted by Kubernetes' version priority, highest first. */
export interface ApiGroup {
  /** `example.com`; "" is the core group. */
  readonly name: string;
  /** `Example`, or the value of +groupGoName. */
  readonly goName: string;
  /** `example`: accessor on the informer factory. */
  readonly accessor: string;
  readonly versions: readonly ApiVersion[];
}

/** Everything generators know. Groups sorted by name. Plain data: it survives JSON. */
export interface ApiModel {
  readonly groups: readonly ApiGroup[];
  /** Groups of packages that types are imported from; absent where none are. */
  readonly imported?: readonly ApiGroup[];
}

/** A version without what stands in its files. */
export type VersionOutline = Omit<ApiVersion, "types" | "functions" | "conversions">;

/** A group without what stands in its files. */
export interface GroupOutline<V extends VersionOutline = VersionOutline>
  extends Omit<ApiGroup, "versions"> {
  readonly versions: readonly V[];
}

/** What files that all groups share are made from; a model is one. Groups sorted by name. */
export interface ModelOutline {
  readonly groups: readonly GroupOutline[];
}
