import type { Files } from "../../generators/files.js";
import { pick, seeded } from "../model/random.js";
import { type Kind, type Member, ProjectState, sourcePath, type Version } from "./project-state.js";

/** A source beside the API types. */
export const controller = "src/controllers/controller.ts";

const wrongMarker = "+kubebuilder:rbac:groups=apps,resource=deployments,verbs=get";
const markers = [
  "+kubebuilder:rbac:groups=beta.io,resources=kind1s;kind2s,verbs=get",
  "+kubebuilder:rbac:groups=apps,resources=deployment,verbs=list",
  "+kubebuilder:webhook:path=/a,mutating=true,failurePolicy=fail,sideEffects=None,groups=beta.io,resources=kind2s,verbs=create,versions=v1,name=a.beta.example.com,admissionReviewVersions=v1",
  wrongMarker,
];

/** What was done, and the files that were touched. */
export interface Edit {
  readonly what: string;
  readonly paths: readonly string[];
}

/** A project in memory that is edited at random, as people do: sometimes wrongly, and then put right. */
export class ProjectEditor {
  readonly #state: ProjectState;
  readonly #random: () => number;
  #markers: readonly string[] = [];
  #counter = 0;
  /** Put right what earlier edits broke. */
  readonly #repairs: (() => Edit)[] = [];

  constructor(input: { readonly files: Files; readonly seed: number }) {
    this.#state = new ProjectState(input.files);
    this.#random = seeded(input.seed);
    this.#state.saveConfig({ version: "0.1.0" });
    for (const name of ["alpha.example.com/v1", "beta.io/v1", "gamma.example.com/v2"]) {
      this.#addVersion({ name });
    }
    this.#addVersion({ name: "alpha.example.com/v1beta1", hub: "alpha.example.com/v1" });
  }

  /** One edit; a mistake is put right soon, but not always at once, and sooner the more of them there are. */
  edit(): Edit {
    const open = this.#repairs.length;
    if (open > 0 && this.#chance(Math.min(0.5 + open / 10, 0.9))) return this.#repair();
    return this.#pick(this.#edits)();
  }

  /** Puts right what is still broken. */
  repairAll(): Edit | undefined {
    return this.#repairs.length === 0 ? undefined : this.#repair();
  }

  #repair(): Edit {
    const repair = this.#repairs.shift();
    if (repair === undefined) throw new Error("nothing is broken");
    return repair();
  }

  /** Adds a member to a kind of a version; returns the file. */
  addMember(name: string): string {
    const members = this.#anyKind(this.#state.get(name)).members;
    const type = this.#pick(["string", "int32", "string[]", "Record<string, string>", "number"]);
    members.push({ name: this.#name("added"), type, tags: [] });
    return this.#state.save({ version: name, file: "types.ts" });
  }

  readonly #edits: readonly (() => Edit)[] = [
    () => this.#members("a member more", (_, version) => void this.addMember(version)),
    () => this.#members("a member less", (members) => void members.splice(this.#at(members), 1)),
    () =>
      this.#members("a renamed member", (members) => {
        const [first] = members.splice(0, 1);
        if (first !== undefined) members.unshift({ ...first, name: this.#name("renamed") });
      }),
    () =>
      this.#members("a tagged member", (members) => {
        const tag = this.#pick(['+default="x"', "+kubebuilder:validation:MaxLength=9"]);
        members.push({ name: this.#name("tagged"), type: "string", tags: [tag] });
      }),
    () => this.#version("a kind more", (version) => this.#addKind(version)),
    () => this.#removeKind(),
    () => this.#addGroup(),
    () => this.#addConverted(),
    () => this.#removeVersion(),
    () => this.#import(),
    () => this.#renameType(),
    () => this.#docTag(),
    () =>
      this.#version("a kind with or without clients", (version) => {
        const kind = this.#anyKind(version);
        kind.hasClient = !kind.hasClient;
      }),
    () => this.#byHand("defaults"),
    () => this.#byHand("copies"),
    () => this.#expansion(),
    () => this.#config(),
    () => this.#config(),
    () => this.#unknownType(),
    () => this.#marker(),
    () => this.#marker(),
    () => this.#halfFile(),
  ];

  #members(what: string, change: (members: Member[], version: string) => void): Edit {
    return this.#version(what, (version, name) => change(this.#anyKind(version).members, name));
  }

  /** Changes types.ts of a version. What it is converted to, or converts, may then need the same, or a function. */
  #version(what: string, change: (version: Version, name: string) => void): Edit {
    const name = this.#anyVersion();
    change(this.#state.get(name), name);
    this.#repairs.push(() => this.#follow(name));
    return this.#saved(`${what} in ${name}`, name);
  }

  /** The others of a group get what one of them has, or what differs gets functions. */
  #follow(name: string): Edit {
    const version = this.#state.versions.get(name);
    const [peer, ...more] = version === undefined ? [] : this.#state.peersOf(name);
    if (version === undefined || peer === undefined) return { what: "nothing", paths: [] };
    const { hub = name } = version;
    const spokes = hub === name ? [peer, ...more] : [name];
    const types = [...version.kinds.values()].map(({ specName }) => specName);
    // A function is of a type that has the same name on both sides.
    const isNamedAlike = [hub, ...spokes].every((other) =>
      types.every((type) => this.#specNames(other).has(type)),
    );
    if (isNamedAlike && this.#chance(0.3)) {
      const paths = spokes.map((spoke) => {
        for (const type of types) this.#state.get(spoke).conversions.add(type);
        return this.#state.save({ version: spoke, file: "by-hand.ts" });
      });
      return { what: `conversions by hand in ${spokes}`, paths };
    }
    const saved = [peer, ...more].map((other) => {
      const { kinds } = this.#state.get(other);
      kinds.clear();
      for (const [kind, one] of version.kinds) {
        kinds.set(kind, { ...one, members: [...one.members] });
      }
      this.#state.get(other).imports = [...version.imports];
      return this.#state.save({ version: other, file: "types.ts" });
    });
    const paths = [...saved, ...this.#tidyGroup(name)];
    return { what: `${[peer, ...more]} as ${name}`, paths };
  }

  #tidyGroup(name: string): readonly string[] {
    return [name, ...this.#state.peersOf(name)].flatMap((each) => this.#tidy(each));
  }

  /** Functions of types that a version, or the one it is converted to, has no more are gone. */
  #tidy(name: string): readonly string[] {
    const { defaults, copies, conversions, hub = name } = this.#state.get(name);
    const [own, stored] = [this.#specNames(name), this.#specNames(hub)];
    const before = defaults.size + copies.size + conversions.size;
    for (const types of [defaults, copies, conversions]) {
      for (const type of types) {
        if (!own.has(type) || (types === conversions && !stored.has(type))) types.delete(type);
      }
    }
    const isTidy = defaults.size + copies.size + conversions.size === before;
    return isTidy ? [] : [this.#state.save({ version: name, file: "by-hand.ts" })];
  }

  #specNames(version: string): ReadonlySet<string> {
    return new Set([...this.#state.get(version).kinds.values()].map(({ specName }) => specName));
  }

  #removeKind(): Edit {
    const name = this.#anyVersion();
    const { kinds } = this.#state.get(name);
    const kind = this.#pick([...kinds.keys()]);
    const removed = kinds.get(kind);
    if (kinds.size > 1) kinds.delete(kind);
    this.#repairs.push(() => {
      // Types that others import from it are there again.
      if (removed !== undefined && this.#state.versions.has(name) && this.#chance(0.5)) {
        this.#state.get(name).kinds.set(kind, removed);
        return this.#saved(`the kind ${kind} back`, name);
      }
      return this.#withoutImports(removed?.specName ?? "");
    });
    return this.#saved(`a kind less in ${name}`, name);
  }

  /** No file imports the type any more. */
  #withoutImports(type: string): Edit {
    const paths = [...this.#state.versions].flatMap(([name, version]) => {
      const lines = version.imports.filter((line) => line.includes(`{ ${type} as `));
      if (lines.length === 0) return [];
      const aliases = lines.map((line) => /as (\w+)/.exec(line)?.[1] ?? "");
      version.imports = version.imports.filter((line) => !lines.includes(line));
      for (const { members } of version.kinds.values()) {
        const kept = members.filter((member) => !aliases.includes(member.type));
        members.splice(0, members.length, ...kept);
      }
      return [this.#state.save({ version: name, file: "types.ts" })];
    });
    return { what: `no import of ${type}`, paths };
  }

  #addGroup(): Edit {
    const name = `${this.#name("g")}.example.com/v1`;
    return { what: `the group ${name}`, paths: this.#addVersion({ name }) };
  }

  #addConverted(): Edit {
    const hubs = [...this.#state.versions].filter(([, { hub }]) => hub === undefined);
    const [hub] = this.#pick(hubs);
    const name = `${hub.split("/")[0]}/v1beta${10 + this.#counter++}`;
    return { what: `${name} as ${hub}`, paths: this.#addVersion({ name, hub }) };
  }

  #removeVersion(): Edit {
    const name = this.#anyVersion();
    const { hub, kinds } = this.#state.get(name);
    const isNeeded = hub === undefined && this.#state.peersOf(name).length > 0;
    if (isNeeded || this.#state.versions.size < 3) return { what: "nothing", paths: [] };
    for (const { specName } of kinds.values()) {
      this.#repairs.push(() => this.#withoutImports(specName));
    }
    return { what: `without ${name}`, paths: this.#state.removeVersion(name) };
  }

  #import(): Edit {
    const [name, other] = [this.#anyVersion(), this.#anyVersion()];
    if (other === name) return { what: "nothing", paths: [] };
    const version = this.#state.get(name);
    const { specName } = this.#anyKind(this.#state.get(other));
    const alias = this.#name("Shared");
    version.imports.push(`import type { ${specName} as ${alias} } from "../../${other}/types.js";`);
    const { members } = this.#anyKind(version);
    members.push({ name: this.#name("shared"), type: alias, tags: [] });
    this.#repairs.push(() => this.#follow(name));
    return this.#saved(`an import from ${other} in ${name}`, name);
  }

  /** Another name for a type, and later in the files that import it. */
  #renameType(): Edit {
    const name = this.#anyVersion();
    const kind = this.#anyKind(this.#state.get(name));
    const [old, now] = [kind.specName, this.#name("Spec")];
    kind.specName = now;
    this.#repairs.push(() => {
      const paths = [...this.#state.versions].flatMap(([other, version]) => {
        const renamed = version.imports.map((line) => line.replace(`{ ${old} as`, `{ ${now} as`));
        if (renamed.join() === version.imports.join()) return [];
        version.imports = renamed;
        return [this.#state.save({ version: other, file: "types.ts" })];
      });
      const tidied = this.#state.versions.has(name) ? this.#tidyGroup(name) : [];
      return { what: `imports of ${old} are of ${now}`, paths: [...paths, ...tidied] };
    });
    this.#repairs.push(() => this.#follow(name));
    return this.#saved(`${old} is ${now} in ${name}`, name);
  }

  #docTag(): Edit {
    const name = this.#anyVersion();
    const version = this.#state.get(name);
    const tag = this.#pick([
      "+k8s:defaulter-gen=TypeMeta",
      "+k8s:lister-gen=false",
      "+k8s:validation-gen=TypesWithField=TypeMeta",
      "+k8s:openapi-gen=true",
    ]);
    const has = version.docTags.includes(tag);
    version.docTags = has
      ? version.docTags.filter((each) => each !== tag)
      : [...version.docTags, tag];
    const paths = [this.#state.save({ version: name, file: "doc.ts" })];
    return { what: `${tag} on or off in ${name}`, paths };
  }

  /** A function of a type, or none any more. */
  #byHand(which: "defaults" | "copies"): Edit {
    const name = this.#anyVersion();
    const version = this.#state.get(name);
    const { specName } = this.#anyKind(version);
    if (!version[which].delete(specName)) version[which].add(specName);
    const paths = [this.#state.save({ version: name, file: "by-hand.ts" })];
    return { what: `${which} by hand of ${specName} in ${name}`, paths };
  }

  #expansion(): Edit {
    const version = this.#anyVersion();
    const [group = "", short = ""] = version.split("/");
    const kind = this.#pick([...this.#state.get(version).kinds.keys()]);
    const part = this.#pick(["clientset", "listers", "informers"]);
    const path = `src/client/${part}/${group}/${short}_${kind.toLowerCase()}_expansion.ts`;
    if (this.#state.read(path) !== "") {
      return { what: `${path} is gone`, paths: [this.#state.remove(path)] };
    }
    const type = { clientset: "", listers: "Lister", informers: "Informer" }[part] ?? "";
    const lower = `${kind.charAt(0).toLowerCase()}${kind.slice(1)}`;
    this.#state.write(
      path,
      `export interface ${kind}${type}Expansion {
  extra(): number;
}

export function ${lower}${type}Expansion(_all: unknown): ${kind}${type}Expansion {
  return { extra: () => 1 };
}
`,
    );
    // The kind may have no client, or lose it.
    this.#repairs.push(() => ({ what: `${path} is gone`, paths: [this.#state.remove(path)] }));
    return { what: path, paths: [path] };
  }

  #config(): Edit {
    const { config } = this.#state;
    const admin = (input: readonly string[]) => [
      { client: "src/admin", clientsetName: "AdminClientset", input },
    ];
    const group = this.#anyVersion().split("/")[0] ?? "";
    const changed = this.#pick([
      { fake: config["fake"] === false },
      { clientsets: config["clientsets"] === undefined ? admin([group]) : undefined },
      { clientsets: [...admin([group]), { client: "src/client/inner" }] },
      { importExtension: config["importExtension"] === undefined ? "ts" : undefined },
      { crds: config["crds"] === undefined ? "config/definitions" : undefined },
      { client: config["client"] === undefined ? "src/generated" : undefined },
      { clientsetName: config["clientsetName"] === undefined ? "MainClientset" : undefined },
      { crd: config["crd"] === undefined ? { bundle: true, maxDescLen: 10 } : undefined },
      { generators: config["generators"] === undefined ? ["default", "api-docs-gen"] : undefined },
      { severities: config["severities"] === undefined ? { "type/number": "off" } : undefined },
    ]);
    const path = this.#state.saveConfig({ ...config, ...changed });
    if (this.#chance(0.2)) {
      const whole = this.#state.read(path);
      this.#state.write(path, whole.slice(0, -3));
      this.#repairs.push(() => this.#configSaved("crd-project.json is whole"));
    }
    if (this.#state.config["clientsets"] !== undefined) {
      // A group that it names may go.
      this.#repairs.push(() => {
        const { clientsets: _, ...rest } = this.#state.config;
        this.#state.config = rest;
        return this.#configSaved("one clientset");
      });
    }
    return { what: `${JSON.stringify(changed)} in crd-project.json`, paths: [path] };
  }

  #configSaved(what: string): Edit {
    return { what, paths: [this.#state.saveConfig(this.#state.config)] };
  }

  /** A marker of the controller, or one less. */
  #marker(): Edit {
    const marker = this.#pick(markers);
    const others = this.#markers.filter((each) => each !== marker);
    const has = others.length < this.#markers.length;
    this.#markers = has ? others : [...this.#markers, marker];
    if (!has && marker === wrongMarker) {
      this.#repairs.push(() => {
        this.#markers = this.#markers.filter((each) => each !== wrongMarker);
        return { what: "the wrong marker is gone", paths: [this.#saveController()] };
      });
    }
    return { what: `${has ? "without" : "with"} ${marker}`, paths: [this.#saveController()] };
  }

  #saveController(): string {
    const lines = this.#markers.map((marker) => `  // ${marker}\n`).join("");
    this.#state.write(controller, `export function reconcile(): void {\n${lines}}\n`);
    return controller;
  }

  #unknownType(): Edit {
    const name = this.#anyVersion();
    const version = this.#state.get(name);
    const { members } = this.#anyKind(version);
    members.push({ name: this.#name("wrong"), type: "Nowhere", tags: [] });
    this.#repairs.push(() => {
      const paths = [...this.#state.versions].map(([other, { kinds }]) => {
        for (const one of kinds.values()) {
          const kept = one.members.filter(({ type }) => type !== "Nowhere");
          one.members.splice(0, one.members.length, ...kept);
        }
        return this.#state.save({ version: other, file: "types.ts" });
      });
      return { what: "the unknown type is gone", paths };
    });
    return this.#saved("an unknown type", name);
  }

  #halfFile(): Edit {
    const name = this.#anyVersion();
    const file = this.#pick(["types.ts", "types.ts", "doc.ts"] as const);
    const path = sourcePath({ version: name, file });
    const text = this.#state.read(path);
    this.#state.write(path, text.slice(0, Math.floor(text.length / 2)));
    this.#repairs.push(() => {
      if (!this.#state.versions.has(name)) return { what: "nothing", paths: [] };
      const paths = [this.#state.save({ version: name, file })];
      return { what: `the whole ${path}`, paths };
    });
    return { what: `half of ${path}`, paths: [path] };
  }

  #addVersion(input: { readonly name: string; readonly hub?: string }): readonly string[] {
    const { name, hub } = input;
    const [group = ""] = name.split("/");
    const stored = hub === undefined ? undefined : this.#state.get(hub);
    const kinds = [...(stored?.kinds ?? [])].map(([kind, one]): [string, Kind] => [
      kind,
      { ...one, members: [...one.members] },
    ]);
    const version: Version = {
      kinds: new Map(kinds),
      docTags: [
        "+k8s:deepcopy-gen=package",
        `+groupName=${group}`,
        ...(hub === undefined ? [] : [`+k8s:conversion-gen=../${hub.split("/")[1]}`]),
      ],
      imports: [...(stored?.imports ?? [])],
      defaults: new Set(),
      copies: new Set(),
      conversions: new Set(),
      hub,
    };
    this.#state.versions.set(name, version);
    if (kinds.length === 0) this.#addKind(version);
    const files = ["doc.ts", "types.ts"] as const;
    return files.map((file) => this.#state.save({ version: name, file }));
  }

  #addKind(version: Version): void {
    const kind = this.#name("Kind");
    const members = [{ name: "size", type: "int32", tags: [] }];
    version.kinds.set(kind, { members, specName: `${kind}Spec`, hasClient: true });
  }

  #saved(what: string, version: string): Edit {
    return { what, paths: [this.#state.save({ version, file: "types.ts" })] };
  }

  #anyVersion(): string {
    return this.#pick([...this.#state.versions.keys()]);
  }

  #anyKind(version: Version): Kind {
    return this.#pick([...version.kinds.values()]);
  }

  #name(prefix: string): string {
    this.#counter += 1;
    return `${prefix}${this.#counter}`;
  }

  #at(values: readonly unknown[]): number {
    return Math.floor(this.#random() * values.length);
  }

  #chance(probability: number): boolean {
    return this.#random() < probability;
  }

  #pick<T>(values: readonly T[]): T {
    return pick(this.#random, values);
  }
}
