import type { Files } from "../../generators/files.js";

interface Member {
  readonly name: string;
  readonly type: string;
  readonly tags: readonly string[];
}

interface Version {
  readonly kinds: Map<string, Member[]>;
  docTags: string[];
  imports: string[];
}

const apis = "src/apis";

/** A source beside the API types. */
export const controller = "src/controllers/controller.ts";

const markers = [
  "+kubebuilder:rbac:groups=beta.io,resources=kind1s;kind3s,verbs=get",
  "+kubebuilder:rbac:groups=apps,resources=deployment,verbs=list",
  "+kubebuilder:webhook:path=/a,mutating=true,failurePolicy=fail,sideEffects=None,groups=beta.io,resources=kind3s,verbs=create,versions=v1,name=a.beta.example.com,admissionReviewVersions=v1",
  "+kubebuilder:rbac:groups=apps,resource=deployments,verbs=get",
];

/** A project in memory that is edited at random, as people do: sometimes wrongly, and then put right. */
export class ProjectEditor {
  readonly #files: Files;
  readonly #versions = new Map<string, Version>();
  #state: number;
  #counter = 0;
  #config: Record<string, unknown> = { version: "0.1.0" };
  #markers: readonly string[] = [];
  /** Puts right what the last edit broke. */
  #repair: (() => { readonly what: string; readonly path: string }) | undefined;

  constructor(input: { readonly files: Files; readonly seed: number }) {
    this.#files = input.files;
    this.#state = input.seed;
    this.#saveConfig();
    for (const name of ["alpha.example.com/v1", "alpha.example.com/v1beta1", "beta.io/v1"]) {
      this.#addVersion(name);
    }
    this.#addVersion("gamma.example.com/v2");
  }

  edit(): { readonly what: string; readonly path: string } {
    const repair = this.#repair;
    if (repair !== undefined) {
      this.#repair = undefined;
      return repair();
    }
    const name = this.#pick([...this.#versions.keys()]);
    const version = this.#versionOf(name);
    switch (this.#below(13)) {
      case 0:
        return { what: `a member in ${name}`, path: this.addMember(name) };
      case 1: {
        const members = this.#anyMembers(version);
        members.splice(this.#below(members.length), 1);
        return this.#saved(name, "a member less");
      }
      case 2: {
        const members = this.#anyMembers(version);
        const [first, ...rest] = members.splice(0);
        if (first !== undefined) members.push({ ...first, name: this.#name("renamed") }, ...rest);
        return this.#saved(name, "a renamed member");
      }
      case 3:
        this.#addKind(version);
        return this.#saved(name, "a kind more");
      case 4: {
        const members = this.#anyMembers(version);
        const type = { name: this.#name("tagged"), type: "string", tags: ['+default="x"'] };
        members.push(type);
        return this.#saved(name, "a tagged member");
      }
      case 5: {
        const tag = this.#pick(["+k8s:defaulter-gen=TypeMeta", "+k8s:lister-gen=false"]);
        const has = version.docTags.includes(tag);
        version.docTags = has
          ? version.docTags.filter((each) => each !== tag)
          : [...version.docTags, tag];
        return this.#saved(name, `${tag} on or off`, "doc.ts");
      }
      case 6: {
        const added = `${this.#name("g")}.example.com/v1`;
        const path = this.#addVersion(added);
        return { what: `the group ${added}`, path };
      }
      case 7: {
        const other = this.#pick([...this.#versions.keys()]);
        const kind = [...this.#versionOf(other).kinds.keys()][0] ?? "";
        if (other === name) return this.#saved(name, "nothing");
        const type = `${kind}Spec`;
        const alias = this.#name("Shared");
        version.imports.push(`import type { ${type} as ${alias} } from "../../${other}/types.js";`);
        this.#anyMembers(version).push({ name: this.#name("shared"), type: alias, tags: [] });
        return this.#saved(name, `an import from ${other}`);
      }
      case 8: {
        this.#anyMembers(version).push({ name: this.#name("wrong"), type: "Nowhere", tags: [] });
        this.#repair = () => {
          for (const members of version.kinds.values()) {
            const at = members.findIndex(({ type }) => type === "Nowhere");
            if (at !== -1) members.splice(at, 1);
          }
          return this.#saved(name, "the unknown type is gone");
        };
        return this.#saved(name, "an unknown type");
      }
      case 9: {
        this.#config = { ...this.#config, fake: this.#config["fake"] === false };
        return { what: "crd-project.json", path: this.#saveConfig() };
      }
      case 10:
      case 11: {
        const index = this.#below(markers.length);
        const marker = markers[index] ?? "";
        const has = this.#markers.includes(marker);
        const others = this.#markers.filter((each) => each !== marker);
        this.#markers = has ? others : [...others, marker];
        const path = this.#saveController();
        if (!has && index === markers.length - 1) {
          this.#repair = () => {
            this.#markers = others;
            return { what: "the wrong marker is gone", path: this.#saveController() };
          };
        }
        return { what: `a marker on or off: ${marker}`, path };
      }
      default: {
        const path = `${apis}/${name}/types.ts`;
        const text = this.#files.read(path) ?? "";
        this.#write(path, text.slice(0, Math.floor(text.length / 2)));
        this.#repair = () => this.#saved(name, "the whole file");
        return { what: "half a file", path };
      }
    }
  }

  /** Adds a member to the first kind of a version; returns the file. */
  addMember(name: string): string {
    const members = this.#anyMembers(this.#versionOf(name));
    const type = this.#pick(["string", "int32", "string[]", "Record<string, string>", "number"]);
    members.push({ name: this.#name("added"), type, tags: [] });
    return this.#saved(name, "a member").path;
  }

  #addVersion(name: string): string {
    const version: Version = {
      kinds: new Map(),
      docTags: ["+k8s:deepcopy-gen=package", `+groupName=${name.split("/")[0]}`],
      imports: [],
    };
    this.#versions.set(name, version);
    this.#addKind(version);
    this.#saved(name, "a version", "doc.ts");
    return this.#saved(name, "a version").path;
  }

  #addKind(version: Version): void {
    version.kinds.set(this.#name("Kind"), [{ name: "size", type: "int32", tags: [] }]);
  }

  #saved(name: string, what: string, file: "doc.ts" | "types.ts" = "types.ts") {
    const path = `${apis}/${name}/${file}`;
    const version = this.#versionOf(name);
    const text =
      file === "doc.ts"
        ? `${version.docTags.map((tag) => `// ${tag}\n`).join("")}export {};\n`
        : typesText(version);
    this.#write(path, text);
    return { what: `${what} in ${path}`, path };
  }

  #saveController(): string {
    const lines = this.#markers.map((marker) => `  // ${marker}\n`).join("");
    this.#write(controller, `export function reconcile(): void {\n${lines}}\n`);
    return controller;
  }

  #saveConfig(): string {
    this.#write("crd-project.json", JSON.stringify(this.#config));
    return "crd-project.json";
  }

  #write(path: string, content: string): void {
    this.#files.stage({ path, content }).commit();
  }

  #versionOf(name: string): Version {
    const version = this.#versions.get(name);
    if (version === undefined) throw new Error(`no version ${name}`);
    return version;
  }

  #anyMembers(version: Version): Member[] {
    return this.#pick([...version.kinds.values()]);
  }

  #name(prefix: string): string {
    this.#counter += 1;
    return `${prefix}${this.#counter}`;
  }

  #below(limit: number): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * limit);
  }

  #pick<T>(values: readonly T[]): T {
    const value = values[this.#below(values.length)];
    if (value === undefined) throw new Error("nothing to pick from");
    return value;
  }
}

function typesText({ kinds, imports }: Version): string {
  const head = 'import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";\n';
  return [
    head + imports.map((line) => `${line}\n`).join(""),
    ...[...kinds].map(
      ([kind, members]) => `// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
// +kubebuilder:storageversion
export interface ${kind} extends TypeMeta {
  metadata: ObjectMeta;
  spec: ${kind}Spec;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface ${kind}List extends TypeMeta {
  metadata: ListMeta;
  items: ${kind}[];
}

export interface ${kind}Spec {
${members.map((member) => `${member.tags.map((tag) => `  // ${tag}\n`).join("")}  ${member.name}?: ${member.type};\n`).join("")}}
`,
    ),
  ].join("\n");
}
