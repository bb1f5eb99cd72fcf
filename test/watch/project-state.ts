import type { Files } from "../../generators/files.js";

export interface Member {
  readonly name: string;
  readonly type: string;
  readonly tags: readonly string[];
}

export interface Kind {
  readonly members: Member[];
  /** What its spec is called. */
  specName: string;
  hasClient: boolean;
}

export interface Version {
  readonly kinds: Map<string, Kind>;
  docTags: string[];
  imports: string[];
  /** Types that have a function for defaults, a deep copy function and conversion functions written by hand. */
  readonly defaults: Set<string>;
  readonly copies: Set<string>;
  readonly conversions: Set<string>;
  /** The version of its group to which it is converted. */
  readonly hub: string | undefined;
}

const apis = "src/apis";

/** `src/apis/example.com/v1/types.ts`. */
export function sourcePath(input: {
  /** `example.com/v1`. */
  readonly version: string;
  readonly file: SourceName;
}): string {
  return `${apis}/${input.version}/${input.file}`;
}

export type SourceName = "doc.ts" | "types.ts" | "by-hand.ts";

/** The versions of a project, and how they are written. */
export class ProjectState {
  readonly versions = new Map<string, Version>();
  config: Readonly<Record<string, unknown>> = { version: "0.1.0" };
  readonly #files: Files;

  constructor(files: Files) {
    this.#files = files;
  }

  /** Writes a file of a version as the state has it; returns its path. */
  save(input: { readonly version: string; readonly file: SourceName }): string {
    const path = sourcePath(input);
    const version = this.get(input.version);
    this.write(path, textOf({ ...input, state: version }));
    return path;
  }

  saveConfig(config: Readonly<Record<string, unknown>>): string {
    this.config = config;
    this.write("crd-project.json", JSON.stringify(config));
    return "crd-project.json";
  }

  write(path: string, content: string): void {
    this.#files.stage({ path, content }).commit();
  }

  read(path: string): string {
    return this.#files.read(path) ?? "";
  }

  /** Removes a file; returns its path. */
  remove(path: string): string {
    if (this.#files.kind(path) !== undefined) this.#files.remove(path);
    return path;
  }

  /** Forgets a version and removes its files; returns their paths. */
  removeVersion(version: string): readonly string[] {
    this.versions.delete(version);
    const names = ["doc.ts", "types.ts", "by-hand.ts"] as const;
    return names.map((file) => this.remove(sourcePath({ version, file })));
  }

  get(name: string): Version {
    const version = this.versions.get(name);
    if (version === undefined) throw new Error(`no version ${name}`);
    return version;
  }

  /** The version to which others of its group are converted, and those, without the one itself. */
  peersOf(name: string): readonly string[] {
    const group = name.split("/")[0];
    const { hub = name } = this.get(name);
    return [...this.versions].flatMap(([other, version]) =>
      other !== name && other.split("/")[0] === group && (version.hub ?? other) === hub
        ? [other]
        : [],
    );
  }
}

function textOf(input: {
  readonly version: string;
  readonly file: SourceName;
  readonly state: Version;
}): string {
  const { version, file, state } = input;
  if (file === "doc.ts") {
    return `${state.docTags.map((tag) => `// ${tag}\n`).join("")}export {};\n`;
  }
  return file === "types.ts" ? typesText(state) : byHandText({ version, state });
}

function typesText({ kinds, imports, hub }: Version): string {
  const head = 'import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";\n';
  return [
    head + imports.map((line) => `${line}\n`).join(""),
    ...[...kinds].map(
      ([kind, { members, specName, hasClient }]) => `${hasClient ? "// +genclient\n" : ""}\
// +k8s:deepcopy-gen:interfaces=runtime.Object
${hub === undefined ? "// +kubebuilder:storageversion\n" : ""}\
export interface ${kind} extends TypeMeta {
  metadata: ObjectMeta;
  spec: ${specName};
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface ${kind}List extends TypeMeta {
  metadata: ListMeta;
  items: ${kind}[];
}

export interface ${specName} {
${members.map((member) => `${member.tags.map((tag) => `  // ${tag}\n`).join("")}  ${member.name}?: ${member.type};\n`).join("")}}
`,
    ),
  ].join("\n");
}

function byHandText(input: { readonly version: string; readonly state: Version }): string {
  const { defaults, copies, conversions, hub } = input.state;
  const own = input.version.split("/")[1] ?? "";
  const stored = hub?.split("/")[1] ?? own;
  const named = [...new Set([...defaults, ...copies, ...conversions])].sort();
  const converted = [...conversions].flatMap((name) => [
    conversionText({ name, from: own, to: stored, types: ["own", "stored"] }),
    conversionText({ name, from: stored, to: own, types: ["stored", "own"] }),
  ]);
  const autos = [...conversions].flatMap((name) => [
    `  autoConvert_${own}_${name}_To_${stored}_${name},\n`,
    `  autoConvert_${stored}_${name}_To_${own}_${name},\n`,
  ]);
  return [
    'import type { DeepReadonly } from "crd-runtime";\n',
    named.length === 0 ? "" : `import type { ${named.join(", ")} } from "./types.js";\n`,
    conversions.size === 0
      ? ""
      : `import type * as own from "./types.js";
import type * as stored from "../${stored}/types.js";
import {
${autos.join("")}} from "./zz_generated.conversion.js";
`,
    ...[...defaults].map(
      (name) => `\nexport function setDefaults_${name}(object: ${name}): void {\n  object;\n}\n`,
    ),
    ...[...copies].map(
      (name) =>
        `\nexport function deepCopy${name}(input: DeepReadonly<${name}>): ${name} {\n  return structuredClone(input) as ${name};\n}\n`,
    ),
    ...converted,
  ].join("");
}

function conversionText(input: {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly types: readonly [from: string, to: string];
}): string {
  const { name, from, to, types } = input;
  return `
export function convert_${from}_${name}_To_${to}_${name}(
  input: DeepReadonly<${types[0]}.${name}>,
): ${types[1]}.${name} {
  return autoConvert_${from}_${name}_To_${to}_${name}(input);
}
`;
}
