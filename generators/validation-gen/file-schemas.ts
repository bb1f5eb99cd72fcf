import {
  type ApiType,
  type ApiVersion,
  exactJson,
  type JsonValue,
  type TypeId,
  typeById,
} from "../model/index.js";
import { apiextensionsType, memberKey, scalarLiteral, schemaValue } from "../render/index.js";
import type { JSONSchemaProps } from "../schema/index.js";
import type { Plans } from "./plans.js";
import { heldBy } from "./references.js";
import { functionName } from "./scope.js";
import type { SchemaValueView, SchemaView } from "./view.js";

/** Text for people: no value is wrong by it. */
const prose: ReadonlySet<string> = new Set(["description", "title", "externalDocs", "example"]);

const objectTemplate = "validation-gen/schema/object";

const propsType = apiextensionsType("JSONSchemaProps");

/** The constants of a file with the schemas of its types; a type in another one is named, not written out again. */
export class FileSchemas {
  readonly #plans: Plans;
  readonly #names = new Map<TypeId, string>();
  readonly #taken: Set<string>;
  readonly #own: ReadonlySet<TypeId>;
  /** Of types with members: the types by the text of their schemas. */
  readonly #byText = new Map<string, ApiType>();
  readonly #views: SchemaView[] = [];
  readonly #texts = new WeakMap<object, string>();
  readonly #byFunction = new Map<string, string>();

  constructor(input: { readonly plans: Plans; readonly version: ApiVersion }) {
    this.#plans = input.plans;
    this.#taken = new Set(input.version.types.map(({ name }) => constantName(name)));
    this.#own = new Set(input.version.types.map(({ id }) => id));
  }

  /** Those that others name come first. */
  get views(): readonly SchemaView[] {
    return this.#views;
  }

  /** The constant that a function checks by. */
  nameOf(name: string): string | undefined {
    return this.#byFunction.get(name);
  }

  /** Writes the schema of a type that the file has a function for, with those of all types in it. */
  add(type: ApiType): void {
    const schema = this.#plans.schemas.get(type.id);
    if (schema === undefined) return;
    this.#find(type);
    const own = constantName(type.name);
    this.#byFunction.set(functionName(type.name), own);
    if (this.#names.has(type.id)) return;
    this.#names.set(type.id, own);
    const make = schemaValue(schema.as === "resource" ? "resourceSchema" : "valueSchema");
    const value = this.#members(schema.props, type.id);
    this.#views.push({ name: own, make, value });
  }

  /** Gets to know the types that a type holds. */
  #find(type: ApiType): void {
    const { types } = this.#plans.index;
    const found = new Set([type.id]);
    // What is added while the loop runs is visited, too.
    for (const id of found) {
      for (const held of heldBy({ types, type: typeById(types, id) })) found.add(held);
      const schema = this.#plans.schemaSource.schemaOf(id);
      const isKind = this.#plans.schemas.get(id)?.as === "resource";
      if (schema.properties === undefined || isKind) continue;
      const text = this.#textOf(schema);
      if (!this.#byText.has(text)) this.#byText.set(text, typeById(types, id));
    }
  }

  /** JSON without prose, made once for each schema that is shared. */
  #textOf(schema: JSONSchemaProps): string {
    const known = this.#texts.get(schema);
    if (known !== undefined) return known;
    const parts = Object.entries(schema).flatMap(([key, value]) =>
      prose.has(key) ? [] : [`${JSON.stringify(key)}:${this.#keywordText(key, value)}`],
    );
    const text = `{${parts.join()}}`;
    this.#texts.set(schema, text);
    return text;
  }

  #keywordText(key: string, value: JSONSchemaProps[keyof JSONSchemaProps]): string {
    if (key === "properties") {
      const properties = Object.entries(value as NonNullable<JSONSchemaProps["properties"]>);
      const members = properties.map(
        ([name, schema]) => `${JSON.stringify(name)}:${this.#textOf(schema)}`,
      );
      return `{${members.join()}}`;
    }
    const isInside = key === "items" || key === "additionalProperties";
    return isInside && typeof value === "object"
      ? this.#textOf(value as JSONSchemaProps)
      : exactJson(value);
  }

  #schema(schema: JSONSchemaProps, within: TypeId): SchemaValueView {
    const type = schema.properties && this.#byText.get(this.#textOf(schema));
    if (type === undefined || type.id === within) return this.#members(schema, within);
    return { template: "validation-gen/schema/text", text: `${this.#constantOf(type)}.props` };
  }

  #constantOf(type: ApiType): string {
    const known = this.#names.get(type.id);
    if (known !== undefined) return known;
    const base = constantName(type.name);
    let name = base;
    if (!this.#own.has(type.id))
      for (let count = 2; this.#taken.has(name); count++) name = base + count;
    this.#taken.add(name);
    this.#names.set(type.id, name);
    const value = this.#members(this.#plans.schemaSource.schemaOf(type.id), type.id);
    this.#views.push({ name, make: schemaValue("valueSchema"), value });
    return name;
  }

  #members(schema: JSONSchemaProps, within: TypeId): SchemaValueView {
    const members = Object.entries(schema).flatMap(([key, value]) =>
      prose.has(key) ? [] : [{ key: memberKey(key), value: this.#keyword({ key, value, within }) }],
    );
    return { template: objectTemplate, members, type: undefined };
  }

  /** To the compiler a member called `constructor` is a function in every object literal, also within a schema. */
  #property(input: {
    readonly name: string;
    readonly schema: JSONSchemaProps;
    readonly within: TypeId;
  }): SchemaValueView {
    const view = this.#schema(input.schema, input.within);
    const isTyped = input.name in Object.prototype && view.template === objectTemplate;
    return isTyped ? { ...view, type: propsType } : view;
  }

  #keyword(input: {
    readonly key: string;
    readonly value: JSONSchemaProps[keyof JSONSchemaProps];
    readonly within: TypeId;
  }): SchemaValueView {
    const { key, value, within } = input;
    switch (key) {
      case "properties":
        return {
          template: objectTemplate,
          members: Object.entries(value as NonNullable<JSONSchemaProps["properties"]>).map(
            ([name, schema]) => ({
              key: memberKey(name),
              value: this.#property({ name, schema, within }),
            }),
          ),
          type: undefined,
        };
      case "items":
      case "additionalProperties":
        return typeof value === "object"
          ? this.#schema(value as JSONSchemaProps, within)
          : literal(value as JsonValue);
      default:
        return literal(value as JsonValue);
    }
  }
}

function literal(value: JsonValue | bigint): SchemaValueView {
  if (Array.isArray(value)) {
    return { template: "validation-gen/schema/list", items: value.map(literal) };
  }
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).map(([name, member]) => ({
      key: memberKey(name),
      value: literal(member),
    }));
    return { template: objectTemplate, members, type: undefined };
  }
  return { template: "validation-gen/schema/text", text: scalarLiteral(value) };
}

function constantName(type: string): string {
  return `schema_${type}`;
}
