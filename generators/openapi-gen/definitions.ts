import { isDeepStrictEqual } from "node:util";
import {
  type ApiType,
  allMembers,
  ancestors,
  asksForOpenApi,
  type BuiltinName,
  isImported,
  isJsonObject,
  isOptionalByDefault,
  isRequired,
  type Member,
  type ModelIndex,
  type TypeExpression,
  type TypeId,
  typeById,
} from "../model/index.js";
import { builtinDefinitions, builtinName, builtinSchema } from "./builtins.js";
import { described } from "./description.js";
import { typeMetaProperties } from "./meta-definitions.js";
import type { DefinitionNames } from "./names.js";
import {
  enumSchema,
  mergedObjects,
  nullable,
  refTo,
  type Schema,
  sortedKeys,
  withFacts,
} from "./schema.js";
import { tagged } from "./tagged.js";
import { unionFacts } from "./unions.js";

/** One of `components.schemas`. */
export interface Definition {
  readonly schema: Schema;
  /** Names of the definitions that it refers to. */
  readonly references: ReadonlySet<string>;
}

/** Where members stand. */
interface Owner {
  readonly optionalByDefault: boolean;
  /** Extends TypeMeta, or is a package's: as in Go, its metadata is not asked for. */
  readonly isObject: boolean;
}

/** The definitions of a model's types, each made once. */
export class Definitions {
  readonly #index: ModelIndex;
  readonly #names: DefinitionNames;
  readonly #made = new Map<string, Definition>();
  readonly #lists = new Map<TypeId, string>();
  #references = new Set<string>();

  constructor(input: { readonly index: ModelIndex; readonly names: DefinitionNames }) {
    this.#index = input.index;
    this.#names = input.names;
    for (const { listType, listKind } of input.index.kindOf.values()) {
      if (listType !== undefined) this.#lists.set(listType, listKind);
    }
  }

  /**
   * The definition of a name.
   *
   * @throws when no type has it
   */
  definitionOf(name: string): Definition {
    const known = this.#made.get(name);
    if (known !== undefined) return known;
    this.#references = new Set();
    const sorted = sortedKeys(this.#schemaOf(name));
    const schema = isJsonObject(sorted) ? sorted : {};
    const definition = { schema, references: this.#references };
    this.#made.set(name, definition);
    return definition;
  }

  #schemaOf(name: string): Schema {
    const builtin = builtinDefinitions.get(name);
    if (builtin !== undefined) {
      this.#noteReferences(builtin);
      return builtin;
    }
    const type = this.#names.typeOf(name);
    if (type === undefined) throw new Error(`no type has the definition ${name}`);
    return this.#typeSchema(type);
  }

  #typeSchema(type: ApiType): Schema {
    const { declaration } = type;
    const schema =
      declaration.kind === "alias"
        ? this.#expression({ expression: declaration.type, owner: this.#ownerOf(type) })
        : this.#interface(type);
    const json = type.defaulting.default?.json;
    const facts = {
      ...described(type.description),
      ...(json !== undefined && json.value !== null && { default: json.value }),
      ...this.#kindFacts(type),
      ...unionFacts({ tags: type.tags, members: membersOf({ index: this.#index, type }) }),
    };
    return withFacts({ schema: tagged({ schema, tags: type.tags }), facts });
  }

  #kindFacts(type: ApiType): Schema {
    const kind = this.#index.kindOf.get(type.id)?.kind ?? this.#lists.get(type.id);
    const version = this.#index.versionOf.get(type.id);
    if (kind === undefined || version === undefined) return {};
    const { group, version: name } = version;
    return { "x-kubernetes-group-version-kind": [{ group, version: name, kind }] };
  }

  #ownerOf(type: ApiType): Owner {
    const optionalByDefault = isOptionalByDefault(this.#index.versionOf.get(type.id));
    const isObject = isImported(type) || this.#parents(type).includes("TypeMeta");
    return { optionalByDefault, isObject };
  }

  #parents(type: ApiType): readonly BuiltinName[] {
    return ancestors(this.#index.types, type).flatMap((parent) =>
      parent.kind === "builtin" ? [parent.name] : [],
    );
  }

  /** An interface with the members that it inherits, as Go's inlined structs. */
  #interface(type: ApiType): Schema {
    const inherited = this.#parents(type).map((name) =>
      name === "TypeMeta"
        ? { properties: typeMetaProperties }
        : (builtinDefinitions.get(builtinName(name)) ?? {}),
    );
    const own = this.#object({
      members: membersOf({ index: this.#index, type }),
      owner: this.#ownerOf(type),
    });
    return mergedObjects([...inherited.map((parent) => this.#noteReferences(parent)), own]);
  }

  /** Notes what a schema that is written out refers to. */
  #noteReferences(schema: Schema): Schema {
    for (const [, name = ""] of JSON.stringify(schema).matchAll(
      /"#\/components\/schemas\/([^"]+)"/g,
    )) {
      this.#references.add(name);
    }
    return schema;
  }

  #object(input: { readonly members: readonly Member[]; readonly owner: Owner }): Schema {
    const { owner } = input;
    const members = input.members.filter(({ tags }) => asksForOpenApi(tags) !== false);
    if (members.length === 0) return { type: "object" };
    const { optionalByDefault, isObject } = owner;
    const required = members.filter(
      ({ tags, optional, type }) =>
        isRequired({ tags, optional, optionalByDefault }) &&
        !(
          type.kind === "builtin" &&
          (type.name === "ListMeta" || (isObject && type.name === "ObjectMeta"))
        ),
    );
    const properties = members.map((member) => [member.name, this.#member({ member, owner })]);
    return {
      type: "object",
      properties: Object.fromEntries(properties),
      ...(required.length > 0 && { required: required.map(({ name }) => name) }),
    };
  }

  #member(input: { readonly member: Member; readonly owner: Owner }): Schema {
    const { member, owner } = input;
    const schema = this.#expression({
      expression: member.type,
      owner: { ...owner, isObject: false },
    });
    const json = member.default?.json;
    const facts = {
      ...described(member.description),
      ...(json !== undefined && json.value !== null && { default: json.value }),
    };
    return withFacts({ schema: tagged({ schema, tags: member.tags }), facts });
  }

  #expression(input: { readonly expression: TypeExpression; readonly owner: Owner }): Schema {
    const { expression, owner } = input;
    const inner = (one: TypeExpression): Schema => this.#expression({ expression: one, owner });
    switch (expression.kind) {
      case "string":
      case "boolean":
      case "number":
        return { type: expression.kind };
      case "builtin":
        return this.#builtin(expression.name);
      case "enum":
        return enumSchema(expression.values);
      case "array":
        return { type: "array", items: inner(expression.element) };
      case "tuple":
        return tupleSchema(expression.elements.map(inner));
      case "map":
        return { type: "object", additionalProperties: inner(expression.value) };
      case "reference":
        return this.#reference(expression.id);
      case "object":
        return this.#object({ members: expression.members, owner });
      case "nullable":
        return nullable(inner(expression.type));
      case "union":
        switch (expression.form) {
          case "oneOrMany": {
            const one = inner(expression.type);
            return { anyOf: [one, { type: "array", items: one }] };
          }
          case "orBoolean":
            return { anyOf: [inner(expression.type), { type: "boolean" }] };
          case "discriminated": {
            const refs = expression.members.map(({ id, value }) => ({
              value,
              schema: this.#reference(id),
            }));
            return {
              type: "object",
              oneOf: refs.map(({ schema }) => schema),
              discriminator: {
                propertyName: expression.discriminant,
                mapping: Object.fromEntries(
                  refs.map(({ value, schema }) => [value, schema["$ref"] ?? ""]),
                ),
              },
            };
          }
        }
    }
  }

  #builtin(name: BuiltinName): Schema {
    const schema = builtinSchema(name);
    if (schema["$ref"] !== undefined) this.#references.add(builtinName(name));
    return schema;
  }

  #reference(id: TypeId): Schema {
    const name = this.#names.use(typeById(this.#index.types, id).id);
    this.#references.add(name);
    return refTo(name);
  }
}

/** A list of that length. OpenAPI 3.0 has one schema for all items. */
function tupleSchema(elements: readonly Schema[]): Schema {
  const [first = {}, ...others] = elements;
  const isOne = others.every((other) => isDeepStrictEqual(other, first));
  const size = elements.length;
  return {
    type: "array",
    items: isOne ? first : { anyOf: elements },
    minItems: size,
    maxItems: size,
  };
}

/** All members of an interface, those that it inherits first. */
function membersOf(input: {
  readonly index: ModelIndex;
  readonly type: ApiType;
}): readonly Member[] {
  return allMembers(input.index.types, input.type);
}
