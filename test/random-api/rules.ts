import type { Dice } from "./dice.js";

/** What rules can be about; that of a list or map holds that of what is in it. */
export type Shape =
  | "string"
  | "integer"
  | "number"
  | "other"
  | { readonly list: Shape }
  | { readonly map: Shape };

/** Whose tags say what values may be; `schema` are those of validation-gen that schemas know, too. */
export type Dialect = "none" | "kubebuilder" | "schema" | "mixed";

/** Rules that all hold for `"x"`, `3` and `0.5`, which are the defaults of random APIs. */
const markers = {
  string: [
    ["MaxLength=8"],
    ["MinLength=1", "MaxLength=5"],
    ["MinLength=1"],
    ["Pattern=`^[a-z]*$`"],
    ["Enum=x;y;none"],
  ],
  integer: [
    ["Minimum=1", "Maximum=5"],
    ["Minimum=0"],
    ["Maximum=9"],
    ["MultipleOf=3"],
    ["Maximum=5", "ExclusiveMaximum=true"],
    ["Minimum=2", "ExclusiveMinimum=true"],
  ],
  number: [
    ["Minimum=0.25"],
    ["Maximum=2.5"],
    ["Minimum=0.25", "ExclusiveMinimum=true"],
    ["Maximum=2.5", "ExclusiveMaximum=true"],
  ],
  list: [["MinItems=1"], ["MaxItems=2"], ["MinItems=1", "MaxItems=3"]],
  map: [["MinProperties=1"], ["MaxProperties=2"]],
} as const;

const tags = {
  string: [["maxLength=8"], ["minLength=1", "maxLength=5"], ["minLength=1"]],
  integer: [["minimum=1", "maximum=5"], ["minimum=0"], ["maximum=9"]],
  number: [],
  list: [["minItems=1"], ["maxItems=2"], ["minItems=1", "maxItems=3"]],
  map: [["minProperties=1"], ["maxProperties=2"]],
} as const;

/** Those that only functions, or they and zod schemas, check. */
const others = {
  string: [["maxBytes=9"], ['neq="none"'], ["format=k8s-short-name"]],
  integer: [["neq=7"], ["monotonic"]],
  number: [],
  list: [["listType=atomic", "unique=set"]],
  map: [["eachKey=+k8s:maxLength=3"], ["eachKey=+k8s:format=k8s-short-name"]],
} as const;

const formats = ["ipv4", "date-time", "uri", "uuid", "duration"] as const;

/** Tags of one value, with their `+`; none more often than not. */
export function rulesOf(input: {
  readonly dice: Dice;
  readonly dialect: Dialect;
  readonly shape: Shape;
  /** It must fit. */
  readonly hasDefault: boolean;
}): readonly string[] {
  const { dice, dialect, shape, hasDefault } = input;
  if (dialect === "none" || dice.chance(0.5)) return [];
  const uses = dialect === "mixed" ? dice.pick(["kubebuilder", "schema", "others"]) : dialect;
  if (uses === "kubebuilder") {
    if (shape === "string" && !hasDefault && dice.chance(0.2)) {
      return [`+kubebuilder:validation:Format=${dice.pick(formats)}`];
    }
    return markersOf({ dice, shape });
  }
  return tagsOf({ dice, shape, table: uses === "others" && !hasDefault ? others : tags });
}

type Choice = { readonly dice: Dice; readonly shape: Shape };
type Table = Readonly<Record<keyof typeof tags, readonly (readonly string[])[]>>;

function markersOf({ dice, shape }: Choice, prefix = ""): readonly string[] {
  const own = chosen({ dice, from: ofKind(markers, shape) });
  const said = own.map((rule) => `+kubebuilder:validation:${prefix}${rule}`);
  if (typeof shape === "string") return said;
  const [step, inner] =
    "list" in shape ? ["items:", shape.list] : ["additionalProperties:", shape.map];
  const below = inner === "other" ? [] : markersOf({ dice, shape: inner }, `${prefix}${step}`);
  const set = prefix === "" && isSet({ dice, shape }) ? ["+listType=set"] : [];
  return [...(dice.chance(0.6) ? said : []), ...set, ...(dice.chance(0.6) ? below : [])];
}

function tagsOf(input: Choice & { readonly table: Table }, prefix = ""): readonly string[] {
  const { dice, shape, table } = input;
  const own = chosen({ dice, from: ofKind(table, shape) });
  const said = own.map((rule) => `${prefix}+k8s:${rule}`);
  if (typeof shape === "string") return said;
  const inner = "list" in shape ? shape.list : shape.map;
  const below =
    inner === "other" ? [] : tagsOf({ dice, shape: inner, table: tags }, `${prefix}+k8s:eachVal=`);
  const set =
    prefix === "" && table === tags && isSet({ dice, shape }) ? ["+k8s:listType=set"] : [];
  return [...(dice.chance(0.6) ? said : []), ...set, ...(dice.chance(0.6) ? below : [])];
}

function isSet({ dice, shape }: Choice): boolean {
  if (typeof shape === "string" || !("list" in shape)) return false;
  return (shape.list === "string" || shape.list === "integer") && dice.chance(0.4);
}

function ofKind(table: Table, shape: Shape): readonly (readonly string[])[] {
  if (shape === "other") return [];
  return table[typeof shape === "string" ? shape : "list" in shape ? "list" : "map"];
}

function chosen(input: {
  readonly dice: Dice;
  readonly from: readonly (readonly string[])[];
}): readonly string[] {
  const { dice, from } = input;
  return from.length === 0 ? [] : dice.pick(from);
}
