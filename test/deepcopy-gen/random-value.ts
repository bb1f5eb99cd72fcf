import type {
  ApiModel,
  BuiltinName,
  Member,
  TypeExpression,
  TypeId,
} from "../../generators/model/index.js";
import { indexModel, type TypesById, typeById } from "../../generators/model/index.js";
import { implementationsOf, unknownMember } from "./declared.js";

type Plain = Record<string, unknown>;

/** Beyond this depth optional members are absent and lists empty. */
const maxDepth = 6;

/**
 * Random values of the types of a model, as JSON that a server might send and a little worse: members
 * that are absent, undefined or null whatever the type says, and members and alternatives that no type knows.
 */
export class RandomValues {
  readonly #types: TypesById;
  readonly #random: () => number;

  constructor(input: { readonly model: ApiModel; readonly random: () => number }) {
    this.#types = indexModel(input.model).types;
    this.#random = input.random;
  }

  of(id: TypeId): unknown {
    return this.#value({ kind: "reference", id }, 0);
  }

  #value(type: TypeExpression, depth: number): unknown {
    switch (type.kind) {
      case "string":
        return this.#text();
      case "boolean":
        return this.#chance(0.5);
      case "number":
        return this.#integer(1000) / 8;
      case "enum":
        return this.#pick(type.values);
      case "builtin":
        return this.#builtin(type.name, depth);
      case "nullable":
        return this.#chance(0.3) ? null : this.#value(type.type, depth);
      case "reference":
        return this.#declared(type.id, depth);
      case "object":
        return this.#object(type.members, depth);
      case "array":
        return this.#list(depth, () => this.#value(type.element, depth + 1));
      case "tuple":
        return this.#items(type.elements, depth);
      case "map":
        return this.#map(depth, () => this.#value(type.value, depth + 1));
      case "union":
        if (type.form === "orBoolean") {
          return this.#chance(0.4) ? this.#chance(0.5) : this.#value(type.type, depth);
        }
        if (type.form === "oneOrMany") {
          const one = (): unknown => this.#value(type.type, depth + 1);
          return this.#chance(0.5) || depth > maxDepth ? this.#list(depth, one) : one();
        }
        return this.#chance(0.1)
          ? this.#unheard(type.discriminant)
          : this.#declared(this.#pick(type.members).id, depth);
    }
  }

  /** A tuple, sometimes shorter or longer than it should be. */
  #items(elements: readonly TypeExpression[], depth: number): readonly unknown[] {
    const items = elements.map((element) =>
      this.#chance(0.1) ? null : this.#value(element, depth + 1),
    );
    if (this.#chance(0.1)) return items.slice(0, -1);
    return this.#chance(0.1) ? [...items, this.#text()] : items;
  }

  /** An alternative of a newer version. */
  #unheard(discriminant: string): Plain {
    return { [discriminant]: "unheard", of: { values: [this.#text()] } };
  }

  #declared(id: TypeId, depth: number): unknown {
    const implementations = implementationsOf(this.#types, id);
    if (implementations.length > 0) return this.#declared(this.#pick(implementations).id, depth);
    return this.#ofItsOwn(id, depth);
  }

  /** A value of the type itself, also where tags of other types name it: they may extend it. */
  #ofItsOwn(id: TypeId, depth: number): unknown {
    const { declaration } = typeById(this.#types, id);
    if (declaration.kind === "alias") return this.#value(declaration.type, depth);
    const inherited = declaration.extends.map((base) =>
      base.kind === "reference" ? this.#ofItsOwn(base.id, depth + 1) : this.#value(base, depth + 1),
    );
    const out: Plain = {};
    for (const part of [...inherited, this.#object(declaration.members, depth)]) {
      for (const [name, value] of Object.entries(Object(part)))
        setOwn({ object: out, name, value });
    }
    return out;
  }

  #object(members: readonly Member[], depth: number): Plain {
    const out: Plain = {};
    for (const { name, optional, type } of members) {
      const literal = type.kind === "enum" && type.values.length === 1;
      const absent = literal ? false : this.#chance(optional ? 0.3 : 0.05);
      if (absent || (depth > maxDepth && !literal)) continue;
      const odd = !literal && this.#chance(0.1);
      const value = odd ? this.#pick([null, undefined]) : this.#value(type, depth + 1);
      setOwn({ object: out, name, value });
    }
    if (this.#chance(0.3)) out[unknownMember] = { kept: [this.#text()] };
    return out;
  }

  #builtin(name: BuiltinName, depth: number): unknown {
    switch (name) {
      case "JSON":
        return this.#json(depth);
      case "RawExtension":
        return this.#map(depth, () => this.#json(depth + 1));
      case "integer":
      case "int32":
      case "int64":
      case "float":
      case "double":
        return this.#integer(1000);
      case "IntOrString":
      case "Quantity":
        return this.#chance(0.5) ? this.#integer(10) : this.#text();
      case "TypeMeta":
        return { apiVersion: "example.com/v1", kind: this.#text() };
      case "ObjectMeta":
        return {
          name: this.#text(),
          labels: this.#map(0, () => this.#text()),
          finalizers: this.#list(0, () => this.#text()),
          ownerReferences: this.#list(0, () => ({ name: this.#text() })),
          managedFields: this.#list(0, () => ({ fieldsV1: { "f:metadata": { "f:labels": {} } } })),
        };
      case "ListMeta":
        return { resourceVersion: this.#text() };
      case "LabelSelector":
        return {
          matchLabels: this.#map(0, () => this.#text()),
          matchExpressions: this.#list(0, () => ({ key: "a", values: ["b"] })),
        };
      case "Condition":
      case "OwnerReference":
        return { type: this.#text(), status: "True" };
      case "LabelSelectorRequirement":
        return { key: this.#text(), values: [this.#text()] };
      case "ManagedFieldsEntry":
        return { manager: this.#text(), fieldsV1: this.#map(0, () => ({})) };
      case "Status":
        return { metadata: {}, details: { causes: [{ field: this.#text() }] } };
      default:
        return this.#text();
    }
  }

  #json(depth: number): unknown {
    const scalar = [null, this.#chance(0.5), this.#integer(9), this.#text(), ""];
    if (depth > maxDepth || this.#chance(0.4)) return this.#pick(scalar);
    return this.#chance(0.5)
      ? this.#list(depth, () => this.#json(depth + 1))
      : this.#map(depth, () => this.#json(depth + 1));
  }

  #list(depth: number, element: () => unknown): unknown[] {
    const length = depth > maxDepth ? 0 : this.#integer(4);
    return Array.from({ length }, () => (this.#chance(0.05) ? null : element()));
  }

  #map(depth: number, value: () => unknown): Plain {
    const size = depth > maxDepth ? 0 : this.#integer(4);
    const out: Plain = {};
    for (const key of ["a", "b-c", "__proto__", "constructor"].slice(0, size)) {
      setOwn({ object: out, name: key, value: value() });
    }
    return out;
  }

  #text(): string {
    return `text-${this.#integer(1000)}`;
  }

  #integer(below: number): number {
    return Math.floor(this.#random() * below);
  }

  #chance(probability: number): boolean {
    return this.#random() < probability;
  }

  #pick<T>(values: readonly T[]): T {
    const value = values[this.#integer(values.length)];
    if (values.length === 0) throw new Error("nothing to pick from");
    return value as T;
  }
}

/** As JSON.parse does: `__proto__` is a key like any other. */
function setOwn(input: {
  readonly object: Plain;
  readonly name: string;
  readonly value: unknown;
}): void {
  const { object, name, value } = input;
  Object.defineProperty(object, name, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}
