import { pick, seeded } from "../model/random.js";

/** Files of a project by posix path. */
export type Project = ReadonlyMap<string, string>;

/** A type as it is written, and what else its member needs. */
interface Written {
  readonly text: string;
  readonly default?: string;
}

interface Declared {
  readonly name: string;
  readonly lines: readonly string[];
}

const apis = "src/apis";

/** A project of one or two groups with up to three versions each, all of them converted to the first. The same for the same seed. */
export function randomApi(seed: number): Project {
  return new RandomApi(seed).project();
}

class RandomApi {
  readonly #random: () => number;
  /** Declared types of the group that can be members, and those of them that are interfaces. */
  #names: string[] = [];
  #interfaces: string[] = [];
  #count = 0;

  constructor(seed: number) {
    this.#random = seeded(seed);
  }

  project(): Project {
    const files = new Map<string, string>();
    const groups = this.#chance(0.3) ? ["example.com", "second.example.com"] : ["example.com"];
    for (const group of groups) this.#group(group, files);
    return files;
  }

  #group(group: string, files: Map<string, string>): void {
    const versions = ["v1", "v1beta1", "v1alpha2"].slice(0, 1 + this.#below(3));
    this.#names = [];
    this.#interfaces = [];
    const types = Array.from({ length: 3 + this.#below(6) }, () => this.#type());
    const kinds = Array.from({ length: 1 + this.#below(2) }, (_, at) => `Kind${at}`);
    const parts = kinds.map((kind) => this.#kind(kind));
    versions.forEach((version, at) => {
      const folder = `${apis}/${group}/${version}`;
      const tags = [
        "// +k8s:deepcopy-gen=package",
        "// +k8s:defaulter-gen=TypeMeta",
        `// +groupName=${group}`,
        ...(at === 0 ? [] : ["// +k8s:conversion-gen=../v1"]),
        "export {};",
      ];
      files.set(`${folder}/doc.ts`, `${tags.join("\n")}\n`);
      const shuffled = at === 0 ? types : this.#shuffled(types);
      const blocks = [
        ...shuffled.map(({ lines }) => this.#withMore(lines, at)),
        ...parts.map((part) => part(at)),
      ];
      const text = blocks.map((lines) => lines.join("\n")).join("\n\n");
      const used = imported.filter((name) => new RegExp(`\\b${name}\\b`).test(text));
      const imports = `import type { ${used.join(", ")} } from "crd-runtime";`;
      files.set(`${folder}/types.ts`, `${imports}\n\n${text}\n`);
    });
  }

  /** A version may have more than the others, which is left out on the way to them. */
  #withMore(lines: readonly string[], version: number): readonly string[] {
    const [first = ""] = lines;
    if (!first.includes("interface") || lines.at(-1) !== "}" || !this.#chance(0.2)) return lines;
    const more = ["  // +k8s:conversion-gen=false", `  more${version}?: string;`];
    return [...lines.slice(0, -1), ...more, ...lines.slice(-1)];
  }

  #kind(kind: string): (version: number) => readonly string[] {
    const clusterScoped = this.#chance(0.3);
    const status = this.#chance(0.5);
    const spec = this.#object(2 + this.#below(5), "");
    const verbs = this.#chance(0.3)
      ? pick(this.#random, ["get,list,watch", "list", "create,get"])
      : "";
    const tags = (version: number): readonly string[] => [
      "// +genclient",
      ...(clusterScoped ? ["// +genclient:nonNamespaced"] : []),
      ...(verbs === "" ? [] : [`// +genclient:onlyVerbs=${verbs}`]),
      ...(status ? ["// +kubebuilder:subresource:status"] : ["// +genclient:noStatus"]),
      ...(clusterScoped ? ["// +kubebuilder:resource:scope=Cluster"] : []),
      ...(version === 0 ? ["// +kubebuilder:storageversion"] : []),
      "// +k8s:deepcopy-gen:interfaces=runtime.Object",
    ];
    return (version) => [
      `export interface ${kind}Spec {`,
      ...spec,
      "}",
      "",
      ...(status ? [`export interface ${kind}Status {`, "  phase?: string;", "}", ""] : []),
      ...tags(version),
      `export interface ${kind} extends TypeMeta {`,
      "  metadata: ObjectMeta;",
      `  spec: ${kind}Spec;`,
      ...(status ? [`  status?: ${kind}Status;`] : []),
      "}",
      "",
      "// +k8s:deepcopy-gen:interfaces=runtime.Object",
      `export interface ${kind}List extends TypeMeta {`,
      "  metadata: ListMeta;",
      `  items: ${kind}[];`,
      "}",
    ];
  }

  /** A declared type, of earlier ones, and sometimes of itself. */
  #type(): Declared {
    const name = `Type${this.#count++}`;
    const dice = this.#below(10);
    if (dice === 0) {
      const alias = { name, lines: [`export type ${name} = ${this.#written(1).text};`] };
      this.#names.push(name);
      return alias;
    }
    if (dice === 1) return this.#union(name);
    const base = this.#chance(0.15) ? this.#interface() : undefined;
    const members = this.#object(1 + this.#below(6), name);
    const self = this.#chance(0.15) ? [`  children?: ${name}[];`] : [];
    const head = base === undefined ? "" : ` extends ${base}`;
    const lines = [`export interface ${name}${head} {`, ...members, ...self, "}"];
    this.#names.push(name);
    this.#interfaces.push(name);
    return { name, lines };
  }

  #interface(): string | undefined {
    return this.#interfaces.length === 0 ? undefined : pick(this.#random, this.#interfaces);
  }

  #union(name: string): Declared {
    const kinds = ["first", "second", "third"].slice(0, 2 + this.#below(2));
    const parts = kinds.map((kind) => [
      `export interface ${name}${kind} {`,
      `  type: "${kind}";`,
      ...this.#object(1 + this.#below(2), ""),
      "}",
      "",
    ]);
    const alternatives = kinds.map((kind) => `${name}${kind}`).join(" | ");
    this.#names.push(name);
    return { name, lines: [...parts.flat(), `export type ${name} = ${alternatives};`] };
  }

  #object(count: number, owner: string): readonly string[] {
    return Array.from({ length: count }, (_, at) => {
      const { text, default: value } = this.#written(0);
      const optional = this.#chance(0.5);
      const name = pick(this.#random, [`member${at}`, `"member-${at}"`, `$member${at}`]);
      const prefix = owner === "" ? name : name.replace("member", `of${owner}`);
      const tags =
        optional && value !== undefined && this.#chance(0.5) ? [`  // +default=${value}`] : [];
      return [...tags, `  ${prefix}${optional ? "?" : ""}: ${text};`];
    }).flat();
  }

  #written(depth: number): Written {
    const dice = depth > 2 ? this.#below(12) : this.#below(24);
    if (dice < 9) return this.#scalar();
    if (dice < 11) return { text: pick(this.#random, builtins) };
    if (dice < 15 && this.#names.length > 0) return { text: pick(this.#random, this.#names) };
    const inner = (): string => this.#written(depth + 1).text;
    if (dice < 18) return { text: `${bracketed(inner())}[]` };
    if (dice < 20) return { text: `Record<string, ${inner()}>` };
    if (dice === 20)
      return { text: `${bracketed(inner())} | null`.replace(/ \| null(?: \| null)+/, " | null") };
    if (dice === 21) {
      const item = this.#interface();
      return { text: item === undefined ? "string | string[]" : `${item} | ${item}[]` };
    }
    if (dice === 22) {
      const item = this.#interface();
      return item === undefined
        ? { text: "boolean", default: "true" }
        : { text: `${item} | boolean` };
    }
    return { text: `{ inner: ${inner()}; other?: ${inner()} }` };
  }

  #scalar(): Written {
    const int = pick(this.#random, ["int32", "int64", "integer"]);
    return pick(this.#random, [
      { text: "string", default: '"x"' },
      { text: "boolean", default: "false" },
      { text: int, default: "3" },
      { text: "double", default: "0.5" },
      { text: '"a" | "b"', default: '"b"' },
      { text: "1 | 2", default: "2" },
    ]);
  }

  #shuffled<Item>(items: readonly Item[]): readonly Item[] {
    return items
      .map((item) => ({ item, key: this.#random() }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item);
  }

  #below(end: number): number {
    return Math.floor(this.#random() * end);
  }

  #chance(probability: number): boolean {
    return this.#random() < probability;
  }
}

const builtins = [
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

/** What a file may import from crd-runtime, in order. */
const imported = [
  ...builtins,
  "ListMeta",
  "ObjectMeta",
  "TypeMeta",
  "double",
  "int32",
  "int64",
  "integer",
].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));

/** A union in front of `[]`. */
function bracketed(text: string): string {
  return text.includes("|") ? `(${text})` : text;
}
