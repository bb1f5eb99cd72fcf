import {
  type ApiModel,
  type ApiType,
  allMembers,
  type DefaultingFunction,
  type DefaultValue,
  indexModel,
  type Member,
  type TypeExpression,
  type TypesById,
  typeById,
} from "../../generators/model/index.js";

/** An exported function or constant of a module, by the module's path and its name. */
export type Exported = (module: string, name: string) => unknown;

/**
 * The rules of defaulter-gen, read from the types while it runs: nothing is inlined, shared or pruned. What generated code
 * does must come out the same, calls of hand-written functions included.
 */
export class Oracle {
  readonly #types: TypesById;
  readonly #exported: Exported;

  constructor(input: { readonly model: ApiModel; readonly exported: Exported }) {
    this.#types = indexModel(input.model).types;
    this.#exported = input.exported;
  }

  /** Fills in the defaults of a value of a type, in place. */
  fill(input: { readonly type: ApiType; readonly value: object }): void {
    this.#declared(input.type, input.value);
  }

  #value(type: TypeExpression, value: unknown): void {
    if (typeof value !== "object" || value === null) return;
    switch (type.kind) {
      case "nullable":
        this.#value(type.type, value);
        break;
      case "array":
        for (const each of Object.values(value)) this.#value(type.element, each);
        break;
      case "tuple":
        for (const [at, element] of type.elements.entries()) {
          this.#value(element, Reflect.get(value, at));
        }
        break;
      case "map":
        for (const each of Object.values(value)) this.#value(type.value, each);
        break;
      case "object":
        this.#members(type.members, value);
        break;
      case "reference":
        this.#declared(typeById(this.#types, type.id), value);
        break;
      case "union":
        this.#union(type, value);
        break;
    }
  }

  #union(type: Extract<TypeExpression, { readonly kind: "union" }>, value: object): void {
    if (type.form === "discriminated") {
      const actual: unknown = Reflect.get(value, type.discriminant);
      const member = type.members.find((one) => one.value === actual);
      if (member !== undefined) this.#declared(typeById(this.#types, member.id), value);
    } else if (type.form === "oneOrMany" && Array.isArray(value)) {
      for (const each of value) this.#value(type.type, each);
    } else {
      this.#value(type.type, value);
    }
  }

  #declared(type: ApiType, value: object): void {
    const { complete } = type.defaulting;
    if (complete !== undefined) {
      this.#call(complete, value);
      return;
    }
    const seen = new Set<ApiType>();
    const last = new Map(allMembers(this.#types, type).map((member) => [member.name, member]));
    const visit = (one: ApiType): void => {
      if (seen.has(one)) return;
      seen.add(one);
      const { declaration, defaulting } = one;
      for (const each of defaulting.functions) this.#call(each, value);
      if (defaulting.functions.some(({ covers }) => covers)) return;
      if (declaration.kind === "alias") {
        const inherited = declaration.type.kind === "reference" && one !== type;
        if (inherited) visit(typeById(this.#types, declaration.type.id));
        else this.#value(declaration.type, value);
        return;
      }
      for (const parent of declaration.extends) {
        if (parent.kind === "reference") visit(typeById(this.#types, parent.id));
      }
      const own = declaration.members.filter((member) => last.get(member.name) === member);
      this.#members(own, value);
    };
    visit(type);
  }

  #members(members: readonly Member[], object: object): void {
    for (const member of members) {
      const { name, type } = member;
      const present: unknown = Object.hasOwn(object, name) ? Reflect.get(object, name) : undefined;
      const value = member.default ?? this.#defaultOf(type);
      if (present === undefined && value !== undefined) {
        Reflect.set(object, name, structuredClone(this.#json(value)));
      }
      if (Object.hasOwn(object, name)) this.#value(type, Reflect.get(object, name));
    }
  }

  #defaultOf(type: TypeExpression): DefaultValue | undefined {
    if (type.kind === "nullable") return this.#defaultOf(type.type);
    if (type.kind !== "reference") return undefined;
    const { declaration, defaulting } = typeById(this.#types, type.id);
    if (defaulting.default !== undefined) return defaulting.default;
    return declaration.kind === "alias" ? this.#defaultOf(declaration.type) : undefined;
  }

  #json({ json, constant }: DefaultValue): unknown {
    if (json !== undefined) return json.value;
    return constant === undefined ? undefined : this.#exported(constant.module, constant.name);
  }

  #call({ module, name }: DefaultingFunction, value: object): void {
    const found = this.#exported(module, name);
    if (typeof found !== "function") throw new Error(`${module} exports no function ${name}`);
    found(value);
  }
}
