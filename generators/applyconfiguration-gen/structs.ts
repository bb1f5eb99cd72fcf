import type { SourceSpan } from "../diagnostics/index.js";
import {
  applyConfigurationOf,
  beginsApply,
  versionApplyConfigurationFile,
} from "../model/client-files.js";
import {
  type ApiType,
  type ApiVersion,
  allMembers,
  ancestors,
  extendsBuiltin,
  type Kind,
  type Member,
  type ModelIndex,
  type TypeId,
  type TypesById,
  typeById,
  upperCamel,
} from "../model/index.js";
import { type ImportSymbol, moduleType, moduleValue, typeSymbol } from "../render/index.js";
import { builtinStructs } from "./builtins.js";
import { type Converted, type Converter, convert } from "./convert.js";
import { structNames, type TakenNames } from "./names.js";

/** A struct by the names of what is generated for it. */
export interface StructReference {
  /** `DatabaseSpecApplyConfiguration`. */
  readonly type: ImportSymbol;
  /** `databaseSpecApplyConfiguration`. */
  readonly make: ImportSymbol;
}

/** A member with its type and field. */
export interface StructMember extends Converted {
  readonly name: string;
  readonly description: string;
  readonly span: SourceSpan;
}

/** A type with members that is reached, declared or written inside another. */
export interface Struct extends StructReference {
  /** `DatabaseSpec`. */
  readonly title: string;
  readonly description: string;
  /** The declared type; undefined for one that is written inside another. */
  readonly declared: ImportSymbol | undefined;
  /** Extends TypeMeta. */
  readonly typed: boolean;
  /** Types of crd-runtime that it extends besides. */
  readonly bases: readonly StructReference[];
  readonly members: readonly StructMember[];
  /** The kind, when it is one that is applied. */
  readonly kind: AppliedKind | undefined;
}

/** A kind, and the subresources by which it is applied. */
export interface AppliedKind extends Pick<Kind, "kind" | "scope"> {
  readonly subresources: readonly string[];
}

interface Place {
  readonly version: ApiVersion;
  readonly path: string;
  readonly declared: ApiType | undefined;
  readonly description: string;
  readonly members: readonly Member[];
  readonly reference: StructReference;
}

/** All types that are reached from what clients apply, by their versions and sorted by name. */
export function reachedStructs(input: {
  readonly index: ModelIndex;
  readonly client: string;
}): ReadonlyMap<ApiVersion, readonly Struct[]> {
  const reach = new Reach(input);
  const { versions, imported } = input.index;
  // What packages export is what they reach themselves.
  for (const version of imported) reach.roots(version);
  reach.finish();
  for (const { version } of versions) reach.roots(version);
  return reach.finish();
}

/** The status of a kind without a client is applied where it is a subresource. */
function appliedKind(kind: Kind): AppliedKind {
  const { kind: name, scope, client, statusSubresource } = kind;
  const appliesStatus = client?.verbs.includes("applyStatus") ?? statusSubresource;
  const named = client?.methods.flatMap(({ subresource }) => subresource ?? []) ?? [];
  const subresources = new Set([...(appliesStatus ? ["status"] : []), ...named]);
  return { kind: name, scope, subresources: [...subresources].sort() };
}

class Reach implements Converter {
  readonly types: TypesById;
  readonly #index: ModelIndex;
  readonly #client: string;
  readonly #references = new Map<TypeId, StructReference>();
  readonly #names = new Map<ApiVersion, TakenNames>();
  readonly #open: Place[] = [];
  readonly #found = new Map<ApiVersion, Struct[]>();
  /** Versions whose structs are all found. */
  readonly #finished = new Set<ApiVersion>();

  constructor(input: { readonly index: ModelIndex; readonly client: string }) {
    this.#index = input.index;
    this.#client = input.client;
    this.types = input.index.types;
  }

  /** Asks for what clients of a version apply. */
  roots(version: ApiVersion): void {
    for (const kind of version.kinds) {
      const type = typeById(this.types, kind.type);
      if (beginsApply({ version, kind, type })) this.declared(kind.type);
      for (const { verb, input: named } of kind.client?.methods ?? []) {
        if (verb === "apply" && named?.kind === "declared") this.declared(named.id);
      }
    }
  }

  declared(id: TypeId): StructReference | undefined {
    const { types } = this;
    const found = applyConfigurationOf({ types, versionOf: this.#index.versionOf, id });
    if (found === undefined) return undefined;
    const { type, version } = found;
    const known = this.#references.get(type.id);
    if (known !== undefined || this.#finished.has(version)) return known;
    const reference = this.#reference({ version, name: type.name });
    this.#references.set(type.id, reference);
    const { name: path, description } = type;
    const members = allMembers(this.types, type);
    this.#open.push({ version, path, declared: type, description, members, reference });
    return reference;
  }

  inline(input: {
    readonly version: ApiVersion;
    readonly path: string;
    readonly members: readonly Member[];
  }): StructReference {
    const { version, members } = input;
    const names = this.#namesOf(version);
    let { path } = input;
    for (let count = 2; names.types.has(path); count++) path = `${input.path}${count}`;
    names.types.add(path);
    const reference = this.#reference({ version, name: path });
    this.#open.push({ version, path, declared: undefined, description: "", members, reference });
    return reference;
  }

  versionOf(id: TypeId): ApiVersion {
    const version = this.#index.versionOf.get(id);
    if (version === undefined) throw new Error(`the model has no version that declares ${id}`);
    return version;
  }

  /** Takes the members of what was asked for, and of what these ask for. */
  finish(): ReadonlyMap<ApiVersion, readonly Struct[]> {
    for (let place = this.#open.pop(); place !== undefined; place = this.#open.pop()) {
      const structs = this.#found.get(place.version) ?? [];
      structs.push(this.#struct(place));
      this.#found.set(place.version, structs);
    }
    for (const version of this.#index.imported) this.#finished.add(version);
    for (const [version, structs] of this.#found) {
      this.#found.set(
        version,
        structs.toSorted((a, b) => (a.title < b.title ? -1 : 1)),
      );
    }
    return this.#found;
  }

  #struct(place: Place): Struct {
    const { version, path, declared, description, reference } = place;
    const kind = declared === undefined ? undefined : this.#index.kindOf.get(declared.id);
    const typed =
      declared !== undefined && extendsBuiltin(this.types, { type: declared, name: "TypeMeta" });
    // Declared again with a comment of their own, they are those of TypeMeta all the same.
    const members = typed
      ? place.members.filter(({ name }) => name !== "apiVersion" && name !== "kind")
      : place.members;
    return {
      ...reference,
      title: path,
      description,
      declared: declared === undefined ? undefined : typeSymbol(declared),
      typed,
      bases: declared === undefined ? [] : this.#bases(declared),
      members: members.map((member) => ({
        name: member.name,
        description: member.description,
        span: member.span,
        ...convert({
          converter: this,
          type: member.type,
          place: { version, path: path + upperCamel(member.name) },
          tags: member.tags,
        }),
      })),
      kind:
        kind !== undefined &&
        declared !== undefined &&
        beginsApply({ version, kind, type: declared })
          ? appliedKind(kind)
          : undefined,
    };
  }

  #bases(type: ApiType): readonly StructReference[] {
    const names = ancestors(this.types, type).flatMap((parent) =>
      parent.kind === "builtin" ? [parent.name] : [],
    );
    return [...new Set(names)].flatMap((name) => builtinStructs.get(name) ?? []);
  }

  #reference(input: { readonly version: ApiVersion; readonly name: string }): StructReference {
    const { version, name } = input;
    const path = versionApplyConfigurationFile({ client: this.#client, version });
    const names = structNames({ name, taken: this.#namesOf(version) });
    return {
      type: moduleType({ name: names.type, module: path }),
      make: moduleValue({ name: names.make, module: path }),
    };
  }

  #namesOf(version: ApiVersion): TakenNames {
    const known = this.#names.get(version);
    if (known !== undefined) return known;
    const taken = {
      types: new Set(version.types.map(({ name }) => name)),
      makes: new Set<string>(),
    };
    this.#names.set(version, taken);
    return taken;
  }
}
