import { generatorNames } from "../../generators/model/generator-names.js";
import { type ByHand, expansionsOf, handWritten, renamedType } from "./by-hand.js";
import { Dice } from "./dice.js";
import { RandomKind } from "./kind.js";
import type { Dialect } from "./rules.js";
import { builtinKinds, builtins, type Declared, RandomTypes } from "./types.js";

/** Files of a project by posix path. */
export type Project = ReadonlyMap<string, string>;

const apis = "src/apis";
const hub = "v1";

/**
 * A project of one or two groups with up to three versions each, all of them converted to the first, for all generators; with
 * functions and expansions written by hand, and sometimes another clientset. The same for the same seed.
 */
export function randomApi(input: {
  readonly seed: number;
  /** Without tags that say what values may be. */
  readonly isPlain?: boolean;
}): Project {
  const { seed, isPlain = false } = input;
  return new RandomApi({ seed, isPlain }).project();
}

class RandomApi {
  readonly #dice: Dice;
  readonly #isPlain: boolean;
  readonly #files = new Map<string, string>();
  #count = 0;

  constructor(input: { readonly seed: number; readonly isPlain: boolean }) {
    this.#dice = new Dice(input.seed);
    this.#isPlain = input.isPlain;
  }

  project(): Project {
    const dice = this.#dice;
    const groups = dice.chance(0.3) ? ["example.com", "second.example.com"] : ["example.com"];
    const admin = { client: "src/admin", clientsetName: "AdminClientset", input: ["example.com"] };
    const config = {
      version: "0.0.0",
      generators: generatorNames,
      fake: dice.chance(0.5),
      ...(dice.chance(0.2) ? { importExtension: "ts" } : {}),
      ...(dice.chance(0.25) ? { clientsets: [admin] } : {}),
    };
    this.#files.set("crd-project.json", JSON.stringify(config));
    let foreign: readonly string[] = [];
    for (const group of groups) foreign = this.#group(group, foreign);
    return this.#files;
  }

  /** Returns the group's interfaces, which types of another one can have. */
  #group(group: string, foreign: readonly string[]): readonly string[] {
    const dice = this.#dice;
    const versions = [hub, "v1beta1", "v1alpha2"].slice(0, 1 + dice.below(3));
    const packages = dice.chance(0.4)
      ? dice.shuffled(Object.values(builtinKinds).flat()).slice(0, 3)
      : [];
    const types = new RandomTypes({
      dice,
      dialect: this.#isPlain
        ? "none"
        : dice.pick<Dialect>(["none", "kubebuilder", "schema", "schema", "mixed"]),
      foreign: [...packages, ...foreign.slice(0, 1)],
      first: this.#count,
    });
    const renamed = versions.length > 1 && dice.chance(0.4);
    if (renamed) types.add("Renamed");
    const declared = Array.from({ length: 3 + dice.below(6) }, () => types.next());
    this.#count = types.count;
    const some = (probability: number): readonly string[] =>
      types.interfaces.filter(() => dice.chance(probability));
    const byHand: ByHand = { defaults: some(0.15), copies: some(0.1), renamed };
    const kinds = Array.from(
      { length: 1 + dice.below(2) },
      (_, at) =>
        new RandomKind({
          name: `Kind${at}`,
          dice,
          types,
          isOnlyVersion: versions.length === 1,
          isPlain: this.#isPlain,
        }),
    );
    const hasSchemas = dice.chance(0.5);
    const hasLifecycle = dice.chance(0.3);
    versions.forEach((version, at) => {
      const folder = `${apis}/${group}/${version}`;
      const tags = [
        "+k8s:deepcopy-gen=package",
        "+k8s:defaulter-gen=TypeMeta",
        "+k8s:validation-gen=TypesWithField=TypeMeta",
        ...(hasSchemas ? ["+k8s:openapi-gen=true"] : []),
        ...(hasLifecycle ? ["+k8s:prerelease-lifecycle-gen=true"] : []),
        `+groupName=${group}`,
        ...(at === 0 ? [] : [`+k8s:conversion-gen=../${hub}`]),
      ];
      const doc = [...tags.map((tag) => `// ${tag}`), "export {};"];
      this.#files.set(`${folder}/doc.ts`, `${doc.join("\n")}\n`);
      const shuffled = at === 0 ? declared : dice.shuffled(declared);
      const blocks = [
        ...shuffled.map((one) => this.#withMore({ ...one, byHand, version: at })),
        ...(renamed ? [renamedType(at === 0)] : []),
        ...kinds.map((kind) => kind.lines({ isHub: at === 0, hasLifecycle })),
      ];
      const text = blocks.map((lines) => lines.join("\n")).join("\n\n");
      this.#files.set(`${folder}/types.ts`, `${importsOf(text, foreign)}\n${text}\n`);
      const functions = handWritten({ byHand, version, hub });
      if (functions !== undefined) this.#files.set(`${folder}/by-hand.ts`, functions);
      for (const { name, isListed } of kinds) {
        if (!isListed || !dice.chance(0.2)) continue;
        const paths = expansionsOf({ client: "src/client", group, version, kind: name });
        for (const [path, expansion] of paths) this.#files.set(path, expansion);
      }
    });
    return types.interfaces;
  }

  /** A version may have more than the others, which is left out on the way to them. */
  #withMore(input: Declared & { readonly byHand: ByHand; readonly version: number }) {
    const { name, lines, byHand, version } = input;
    const at = lines.findIndex((line) => line.startsWith(`export interface ${name} `));
    if (at === -1) return lines;
    const more = this.#dice.chance(0.2)
      ? ["  // +k8s:conversion-gen=false", `  more${version}?: string;`]
      : [];
    const filled = byHand.defaults.includes(name) ? ["  byHand?: string;"] : [];
    const isCopied = byHand.copies.includes(name);
    return [
      ...lines.slice(0, at),
      ...(isCopied ? ["// +k8s:deepcopy-gen=false"] : []),
      ...lines.slice(at, -1),
      ...filled,
      ...more,
      ...lines.slice(-1),
    ];
  }
}

/** What a file may import from crd-runtime. */
const imported = [
  ...builtins,
  "ListMeta",
  "ObjectMeta",
  "TypeMeta",
  "double",
  "int32",
  "int64",
  "integer",
];

/** The import block of a text: of what stands in it. */
function importsOf(text: string, foreign: readonly string[]): string {
  const from = {
    "crd-runtime": imported,
    ...builtinKinds,
    "../../example.com/v1/types.js": foreign,
  };
  return Object.entries(from)
    .map(([module, names]) => {
      const used = names.filter((name) => new RegExp(`\\b${name}\\b`).test(text)).sort(byLetters);
      return used.length === 0 ? "" : `import type { ${used.join(", ")} } from "${module}";\n`;
    })
    .join("");
}

function byLetters(a: string, b: string): number {
  return a.toLowerCase() < b.toLowerCase() ? -1 : 1;
}
