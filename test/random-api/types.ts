import type { Dice } from "./dice.js";
import { type Dialect, rulesOf, type Shape } from "./rules.js";

/** A type as it is written, and what else its member needs. */
interface Written {
  readonly text: string;
  readonly default?: string;
  readonly shape: Shape;
}

export interface Declared {
  readonly name: string;
  /** The last declaration in them is that of the name. */
  readonly lines: readonly string[];
}

/** Types of crd-runtime, and of built-in groups of Kubernetes, that members have. */
export const builtins = [
  "Bytes",
  "Condition",
  "Duration",
  "IntOrString",
  "JSON",
  "LabelSelector",
  "MicroTime",
  "Quantity",
  "RawExtension",
  "Time",
] as const;

export const builtinKinds: Readonly<Record<string, readonly string[]>> = {
  "crd-runtime/apps/v1": ["DeploymentStrategy"],
  "crd-runtime/core/v1": [
    "ContainerPort",
    "EnvVar",
    "LocalObjectReference",
    "PodSpec",
    "ResourceRequirements",
    "SecretKeySelector",
    "Toleration",
  ],
  "crd-runtime/rbac/v1": ["PolicyRule"],
};

/** Of one group: earlier types are members of later ones. */
export class RandomTypes {
  readonly #dice: Dice;
  readonly #dialect: Dialect;
  /** Declared types of the group that can be members, and those of them that are interfaces. */
  readonly #names: string[];
  readonly #interfaces: string[] = [];
  #count: number;

  constructor(input: {
    readonly dice: Dice;
    readonly dialect: Dialect;
    /** Types from elsewhere that can be members. */
    readonly foreign: readonly string[];
    /** Number of the first type. */
    readonly first: number;
  }) {
    this.#dice = input.dice;
    this.#dialect = input.dialect;
    this.#names = [...input.foreign];
    this.#count = input.first;
  }

  get count(): number {
    return this.#count;
  }

  /** Interfaces declared so far. */
  get interfaces(): readonly string[] {
    return this.#interfaces;
  }

  /** Makes a type that is written elsewhere known. */
  add(name: string): void {
    this.#names.push(name);
  }

  /** A declared type, of earlier ones, and sometimes of itself. */
  next(): Declared {
    const dice = this.#dice;
    const name = `Type${this.#count++}`;
    const choice = dice.below(10);
    if (choice === 0) {
      const written = this.#written(1);
      const { text } = written;
      const tags = this.#rules(written, false).map((tag) => `// ${tag}`);
      this.#names.push(name);
      return { name, lines: [...tags, `export type ${name} = ${text};`] };
    }
    if (choice === 1) return this.#union(name);
    const base = dice.chance(0.15) ? this.#interface() : undefined;
    const members = this.members(1 + dice.below(6), name);
    const self = dice.chance(0.15) ? [`  children?: ${name}[];`] : [];
    const head = base === undefined ? "" : ` extends ${base}`;
    const lines = [`export interface ${name}${head} {`, ...members, ...self, "}"];
    this.#names.push(name);
    this.#interfaces.push(name);
    return { name, lines };
  }

  /** Lines of members with their tags; of an owner their names are its own, so that it can be extended. */
  members(count: number, owner: string): readonly string[] {
    const dice = this.#dice;
    return Array.from({ length: count }, (_, at) => {
      const written = this.#written(0);
      const { text, default: value } = written;
      const optional = dice.chance(0.5);
      const name = dice.pick([`member${at}`, `"member-${at}"`, `$member${at}`]);
      const prefix = owner === "" ? name : name.replace("member", `of${owner}`);
      const hasDefault = optional && value !== undefined && dice.chance(0.5);
      const tags = [
        ...(hasDefault ? [`+default=${value}`] : []),
        ...this.#rules(written, hasDefault),
      ];
      return [...tags.map((tag) => `  // ${tag}`), `  ${prefix}${optional ? "?" : ""}: ${text};`];
    }).flat();
  }

  #rules({ text, shape }: Written, hasDefault: boolean): readonly string[] {
    const rules = rulesOf({ dice: this.#dice, dialect: this.#dialect, shape, hasDefault });
    // Items of a set cannot be null, which crd-gen reports.
    const isNullable = /\| null\)\[\](?: \| null)?$/.test(text);
    return isNullable ? rules.filter((rule) => !rule.endsWith("listType=set")) : rules;
  }

  #interface(): string | undefined {
    return this.#interfaces.length === 0 ? undefined : this.#dice.pick(this.#interfaces);
  }

  #union(name: string): Declared {
    const kinds = ["first", "second", "third"].slice(0, 2 + this.#dice.below(2));
    const parts = kinds.map((kind) => [
      `export interface ${name}${kind} {`,
      `  type: "${kind}";`,
      ...this.members(1 + this.#dice.below(2), ""),
      "}",
      "",
    ]);
    const alternatives = kinds.map((kind) => `${name}${kind}`).join(" | ");
    this.#names.push(name);
    return { name, lines: [...parts.flat(), `export type ${name} = ${alternatives};`] };
  }

  #written(depth: number): Written {
    const dice = this.#dice;
    const choice = depth > 2 ? dice.below(12) : dice.below(26);
    const other = (text: string): Written => ({ text, shape: "other" });
    if (choice < 9) return this.#scalar();
    if (choice < 11) return other(dice.pick(builtins));
    if (choice < 15 && this.#names.length > 0) return other(dice.pick(this.#names));
    const inner = (): Written => this.#written(depth + 1);
    if (choice < 18) {
      const { text, shape } = inner();
      return { text: `${bracketed(text)}[]`, shape: { list: shape } };
    }
    if (choice < 20) {
      const { text, shape } = inner();
      return { text: `Record<string, ${text}>`, shape: { map: shape } };
    }
    if (choice === 20) {
      const { text, shape } = inner();
      const nullable = `${bracketed(text)} | null`.replace(/ \| null(?: \| null)+/, " | null");
      return { text: nullable, shape: text.endsWith("null") ? "other" : shape };
    }
    if (choice === 21) {
      const item = this.#interface();
      return other(item === undefined ? "string | string[]" : `${item} | ${item}[]`);
    }
    if (choice === 22) {
      const item = this.#interface();
      return item === undefined
        ? { text: "boolean", default: "true", shape: "other" }
        : other(`${item} | boolean`);
    }
    if (choice < 25) {
      const items = Array.from({ length: 1 + dice.below(3) }, () => inner().text);
      return other(`[${items.join(", ")}]`);
    }
    return other(`{ inner: ${inner().text}; other?: ${inner().text} }`);
  }

  #scalar(): Written {
    const int = this.#dice.pick(["int32", "int64", "integer"]);
    return this.#dice.pick<Written>([
      { text: "string", default: '"x"', shape: "string" },
      { text: "boolean", default: "false", shape: "other" },
      { text: int, default: "3", shape: "integer" },
      { text: "double", default: "0.5", shape: "number" },
      { text: '"a" | "b"', default: '"b"', shape: "other" },
      { text: "1 | 2", default: "2", shape: "other" },
    ]);
  }
}

/** A union in front of `[]`. */
function bracketed(text: string): string {
  return text.includes("|") ? `(${text})` : text;
}
