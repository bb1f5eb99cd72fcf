import {
  type ApiType,
  type ApiVersion,
  isScalar,
  isValidated,
  type TypeId,
  typeById,
} from "../model/index.js";
import { fileValue, type ImportSymbol, validationsFile } from "../render/index.js";
import type { TypePlan } from "./plan.js";
import type { Plans } from "./plans.js";
import type { TypeSchema } from "./type-schema.js";

/** A function that a file still needs. */
export interface Subject {
  readonly name: string;
  readonly exported: boolean;
  readonly type: ApiType;
  readonly plan: TypePlan;
}

/** What the functions of one file share: the names of those that they call. */
export class Scope {
  readonly #plans: Plans;
  readonly #file: string;
  readonly #names = new Set<string>();
  readonly #own = new Map<TypeId, ImportSymbol>();
  #asked: Subject[] = [];

  constructor(input: { readonly plans: Plans; readonly version: ApiVersion }) {
    this.#plans = input.plans;
    this.#file = validationsFile(input.version);
    for (const { name } of input.version.types) this.#names.add(functionName(name));
  }

  /** The function for values of a type: of the version that declares it, or, where that asks for none, of this file. */
  functionOf(id: TypeId): ImportSymbol | undefined {
    const plan = this.#plans.plans.get(id);
    if (plan === undefined) return undefined;
    const type = typeById(this.#plans.index.types, id);
    const version = this.#plans.index.versionOf.get(id);
    if (version !== undefined && isValidated(version)) {
      return fileValue({ name: functionName(type.name), path: validationsFile(version) });
    }
    const known = this.#own.get(id);
    if (known !== undefined) return known;
    let name = functionName(type.name);
    for (let count = 2; this.#names.has(name); count++) name = functionName(type.name) + count;
    this.#names.add(name);
    this.#asked.push({ name, exported: false, type, plan });
    const symbol = fileValue({ name, path: this.#file });
    this.#own.set(id, symbol);
    return symbol;
  }

  /** The schema that values of a type are checked by, if one is. */
  schemaOf(type: ApiType): TypeSchema | undefined {
    return this.#plans.schemas.get(type.id);
  }

  isScalar(type: ApiType): boolean {
    const { types } = this.#plans.index;
    return isScalar({ types, type: { kind: "reference", id: type.id } });
  }

  /** Functions asked for since the last call. */
  takeAsked(): readonly Subject[] {
    const taken = this.#asked;
    this.#asked = [];
    return taken;
  }
}

/** `validate_Database`, as Go names it. */
export function functionName(type: string): string {
  return `validate_${type}`;
}
