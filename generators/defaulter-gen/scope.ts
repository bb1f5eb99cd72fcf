import {
  type ApiType,
  type ApiVersion,
  type DefaultingFunction,
  type ModelIndex,
  type TypeId,
  type TypesById,
  typeById,
} from "../model/index.js";
import { defaultsFile, fileValue, type ImportSymbol } from "../render/index.js";
import { partsOf } from "./parts.js";
import { isDefaultedMember } from "./reach.js";

/** A function that a file still needs. */
export interface Subject {
  readonly name: string;
  readonly exported: boolean;
  readonly type: ApiType;
}

/** What the functions of one file share: the functions that values of nested types call, and those that are still to be written. */
export class Scope {
  readonly types: TypesById;
  readonly #versionOf: ModelIndex["versionOf"];
  readonly #defaulted: ReadonlySet<TypeId>;
  readonly #file: string;
  readonly #names = new Set<string>();
  readonly #own = new Map<TypeId, ImportSymbol>();
  #asked: Subject[] = [];

  constructor(input: {
    readonly index: ModelIndex;
    readonly version: ApiVersion;
    /** Types that get a default somewhere in them. */
    readonly defaulted: ReadonlySet<TypeId>;
  }) {
    this.types = input.index.types;
    this.#versionOf = input.index.versionOf;
    this.#defaulted = input.defaulted;
    this.#file = defaultsFile(input.version);
  }

  /** The function for values of a type; undefined when they get no defaults. */
  functionOf(id: TypeId): ImportSymbol | undefined {
    if (!this.#defaulted.has(id)) return undefined;
    const type = typeById(this.types, id);
    return rootFunction({ type, version: this.#versionOf.get(id) }) ?? this.#nestedFunction(type);
  }

  /** Whether values of a type get defaults. */
  isDefaulted(id: TypeId): boolean {
    return this.#defaulted.has(id);
  }

  /** Functions asked for since the last call. */
  takeAsked(): readonly Subject[] {
    const taken = this.#asked;
    this.#asked = [];
    return taken;
  }

  /** The only one there is, or one of this file that calls them all. */
  #nestedFunction(type: ApiType): ImportSymbol {
    const known = this.#own.get(type.id);
    if (known !== undefined) return known;
    const only = this.#onlyFunction(type);
    if (only !== undefined) return functionSymbol(only);
    let name = `default${type.name}`;
    for (let count = 2; this.#names.has(name); count++) name = `default${type.name}${count}`;
    this.#names.add(name);
    this.#asked.push({ name, exported: false, type });
    const symbol = fileValue({ name, path: this.#file });
    this.#own.set(type.id, symbol);
    return symbol;
  }

  #onlyFunction(type: ApiType): DefaultingFunction | undefined {
    const { types } = this;
    const defaulted = this.#defaulted;
    const [first, ...others] = partsOf({ types, type }).filter(
      (part) =>
        part.kind === "call" || isDefaultedMember({ types, defaulted, member: part.member }),
    );
    if (first?.kind !== "call" || others.length > 0) return undefined;
    const { declaration } = type;
    const more = declaration.kind === "alias" && !first.function.covers;
    return more ? undefined : first.function;
  }
}

export function functionSymbol(one: DefaultingFunction): ImportSymbol {
  return fileValue({ name: one.name, path: one.module });
}

/** `setObjectDefaults_X` of a type that has one, hand-written or generated. */
export function rootFunction(input: {
  readonly type: ApiType;
  readonly version: ApiVersion | undefined;
}): ImportSymbol | undefined {
  const { type, version } = input;
  const { complete, root } = type.defaulting;
  if (complete !== undefined) return functionSymbol(complete);
  return root && version !== undefined
    ? fileValue({ name: rootName(type), path: defaultsFile(version) })
    : undefined;
}

/** `setObjectDefaults_Database`, as Go names it. */
export function rootName(type: ApiType): string {
  return `setObjectDefaults_${type.name}`;
}
