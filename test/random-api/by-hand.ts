/** What people write beside the types of a group, by the names of the types. */
export interface ByHand {
  /** Interfaces with a function for defaults, which fills in `byHand`. */
  readonly defaults: readonly string[];
  /** Interfaces with a deep copy function. */
  readonly copies: readonly string[];
  /** Whether versions call a member of `Renamed` by different names. */
  readonly renamed: boolean;
}

/** The text of by-hand.ts in the folder of a version; undefined where there is nothing in it. */
export function handWritten(input: {
  readonly byHand: ByHand;
  readonly version: string;
  /** The version to which the others are converted. */
  readonly hub: string;
}): string | undefined {
  const { byHand, version, hub } = input;
  const own = [...new Set([...byHand.defaults, ...byHand.copies])].sort();
  const converts = byHand.renamed && version !== hub;
  const functions = [
    ...byHand.defaults.map(
      (name) =>
        `export function setDefaults_${name}(object: ${name}): void {\n  object.byHand ??= "filled in";\n}\n`,
    ),
    ...byHand.copies.map(
      (name) =>
        `export function deepCopy${name}(input: DeepReadonly<${name}>): ${name} {\n  return structuredClone(input) as ${name};\n}\n`,
    ),
    ...(converts ? conversions({ version, hub }) : []),
  ];
  if (functions.length === 0) return undefined;
  const autos = [`autoConvert_${hub}_Renamed_To_${version}_Renamed`].concat(
    `autoConvert_${version}_Renamed_To_${hub}_Renamed`,
  );
  const imports = [
    ...(converts || byHand.copies.length > 0
      ? ['import type { DeepReadonly } from "crd-runtime";']
      : []),
    ...(converts ? [`import type { Renamed as Stored } from "../${hub}/types.js";`] : []),
    ...(own.length > 0 || converts
      ? [
          `import type { ${[...(converts ? ["Renamed"] : []), ...own].join(", ")} } from "./types.js";`,
        ]
      : []),
    ...(converts
      ? [`import {\n  ${autos.join(",\n  ")},\n} from "./zz_generated.conversion.js";`]
      : []),
  ];
  return `${imports.join("\n")}\n\n${functions.join("\n")}`;
}

/** The type whose member was renamed. */
export function renamedType(isHub: boolean): readonly string[] {
  return [
    "export interface Renamed {",
    `  ${isHub ? "fresh" : "old"}Name: string;`,
    "  size?: int32;",
    "}",
  ];
}

function conversions(input: { readonly version: string; readonly hub: string }): readonly string[] {
  const { version, hub } = input;
  return [
    `export function convert_${version}_Renamed_To_${hub}_Renamed(
  input: DeepReadonly<Renamed>,
): Stored {
  return {
    ...autoConvert_${version}_Renamed_To_${hub}_Renamed(input),
    freshName: input.oldName,
  };
}
`,
    `export function convert_${hub}_Renamed_To_${version}_Renamed(
  input: DeepReadonly<Stored>,
): Renamed {
  return {
    ...autoConvert_${hub}_Renamed_To_${version}_Renamed(input),
    oldName: input.freshName,
  };
}
`,
  ];
}

/** Files with an expansion of the client or the lister of a kind, by their paths. */
export function expansionsOf(input: {
  readonly client: string;
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}): readonly (readonly [path: string, text: string])[] {
  const { client, group, version, kind } = input;
  const name = `${kind.charAt(0).toLowerCase()}${kind.slice(1)}`;
  const file = `${group}/${version}_${kind.toLowerCase()}_expansion.ts`;
  return [
    [
      `${client}/clientset/${file}`,
      `import type { ${kind}Interface } from "./${version}.js";

export interface ${kind}Expansion {
  countAll(): Promise<number>;
}

export function ${name}Expansion(client: Pick<${kind}Interface, "list">): ${kind}Expansion {
  return {
    async countAll() {
      return (await client.list()).items.length;
    },
  };
}
`,
    ],
    [
      `${client}/listers/${file}`,
      `import type { ${kind}Lister } from "./${version}.js";

export interface ${kind}ListerExpansion {
  names(): readonly string[];
}

export function ${name}ListerExpansion(lister: Pick<${kind}Lister, "list">): ${kind}ListerExpansion {
  return {
    names() {
      return lister.list().map((one) => one.metadata.name);
    },
  };
}
`,
    ],
  ];
}
