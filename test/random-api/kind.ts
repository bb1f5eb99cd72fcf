import type { Dice } from "./dice.js";
import type { RandomTypes } from "./types.js";

/** A kind, written alike in all versions of its group. */
export class RandomKind {
  readonly name: string;
  /** Whether its clients can list. */
  readonly isListed: boolean;
  readonly #hasStatus: boolean;
  readonly #parts: readonly string[];
  readonly #tags: readonly string[];

  constructor(input: {
    readonly name: string;
    readonly dice: Dice;
    readonly types: RandomTypes;
    readonly isOnlyVersion: boolean;
    /** Without members whose tags say what they may be. */
    readonly isPlain: boolean;
  }) {
    const { name, dice, types, isOnlyVersion, isPlain } = input;
    this.name = name;
    const isClusterScoped = dice.chance(0.3);
    this.#hasStatus = dice.chance(0.5);
    const verbs = dice.chance(0.3) ? dice.pick(["get,list,watch", "list", "create,get"]) : "";
    this.isListed = verbs === "" || verbs.includes("list");
    const spec = types.members(2 + dice.below(5), "");
    const more = dice.chance(0.3) && !isPlain ? stock(name, dice) : { types: [], members: [] };
    this.#parts = [
      ...more.types,
      `export interface ${name}Spec {`,
      ...spec,
      ...more.members,
      "}",
      "",
      ...(this.#hasStatus
        ? [`export interface ${name}Status {`, "  phase?: string;", "}", ""]
        : []),
    ];
    const age = "name=Age,type=date,JSONPath=`.metadata.creationTimestamp`";
    this.#tags = [
      "+genclient",
      ...(isClusterScoped ? ["+genclient:nonNamespaced"] : []),
      ...(verbs === "" ? [] : [`+genclient:onlyVerbs=${verbs}`]),
      ...(this.#hasStatus ? ["+kubebuilder:subresource:status"] : ["+genclient:noStatus"]),
      ...(isClusterScoped ? ["+kubebuilder:resource:scope=Cluster"] : []),
      ...(dice.chance(0.3) ? [`+kubebuilder:printcolumn:${age}`] : []),
      // The API server takes it in several versions only where their schemas are the same.
      ...(isOnlyVersion && this.#hasStatus
        ? ["+kubebuilder:selectablefield:JSONPath=`.status.phase`"]
        : []),
    ];
  }

  lines(input: { readonly isHub: boolean; readonly hasLifecycle: boolean }): readonly string[] {
    const { name } = this;
    const { isHub, hasLifecycle } = input;
    const lifecycle = hasLifecycle ? ["+k8s:prerelease-lifecycle-gen:introduced=1.20"] : [];
    const tags = [
      ...this.#tags,
      ...(isHub ? ["+kubebuilder:storageversion"] : []),
      ...lifecycle,
      "+k8s:deepcopy-gen:interfaces=runtime.Object",
    ];
    return [
      ...this.#parts,
      ...tags.map((tag) => `// ${tag}`),
      `export interface ${name} extends TypeMeta {`,
      "  metadata: ObjectMeta;",
      `  spec: ${name}Spec;`,
      ...(this.#hasStatus ? [`  status?: ${name}Status;`] : []),
      "}",
      "",
      ...lifecycle.map((tag) => `// ${tag}`),
      "// +k8s:deepcopy-gen:interfaces=runtime.Object",
      `export interface ${name}List extends TypeMeta {`,
      "  metadata: ListMeta;",
      `  items: ${name}[];`,
      "}",
    ];
  }
}

interface Stock {
  readonly types: readonly string[];
  readonly members: readonly string[];
}

/** Members whose rules are about several of them, or about changes, as they stand in a spec. */
function stock(kind: string, dice: Dice): Stock {
  const one = [
    ["// +kubebuilder:validation:ExactlyOneOf=left;right", ""],
    ["// +kubebuilder:validation:AtMostOneOf=left;right", ""],
    ["", "  // +k8s:unionMember"],
    ["", '  // +k8s:zeroOrOneOfMember(union: "side")'],
  ] as const;
  const [above, inside] = dice.pick(one);
  const dependent = dice.pick(["Required", "Forbidden"]);
  return {
    types: [
      `export interface ${kind}Item {`,
      "  name: string;",
      "  // +kubebuilder:validation:Maximum=9",
      "  weight?: int32;",
      "}",
      "",
      ...(above === "" ? [] : [above]),
      `export interface ${kind}Choice {`,
      ...(inside === "" ? [] : [inside]),
      "  left?: int32;",
      ...(inside === "" ? [] : [inside]),
      "  right?: string;",
      "}",
      "",
    ],
    members: [
      "  // +listType=map",
      "  // +listMapKey=name",
      `  stockItems?: ${kind}Item[];`,
      `  stockChoice?: ${kind}Choice;`,
      "  // +k8s:immutable",
      "  stockFixed?: string;",
      `  // +k8s:dependent${dependent}("stockFixed")`,
      "  stockDependent?: int32;",
      '  // +kubebuilder:validation:XValidation:rule="self != \'none\'",message="none is none"',
      "  // +kubebuilder:validation:MaxLength=20",
      "  stockRule?: string;",
      "  // +kubebuilder:pruning:PreserveUnknownFields",
      "  stockLoose?: { known?: int32 };",
      "  // +kubebuilder:validation:Required",
      "  stockRequired?: string;",
    ],
  };
}
