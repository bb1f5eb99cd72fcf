import { type Diagnostic, diagnostic, type SourceSpan } from "../diagnostics/index.js";
import {
  type ApiType,
  isImported,
  type Member,
  type Tag,
  type TypeExpression,
  type TypeId,
  type TypesById,
  typeById,
  type UnionExpression,
} from "../model/index.js";
import { builtinSchemas } from "./builtins.js";
import { findCycles } from "./cycles.js";
import { completeDefault } from "./default-value.js";
import { schemaDescription } from "./description.js";
import { enumSchema, nullableSchema, openEnumSchema } from "./enum.js";
import { mergeInherited, sortedNames } from "./merge.js";
import { anyValue, described, type JSONSchemaProps } from "./schema.js";
import { largest } from "./size.js";
import { withTopology } from "./topology.js";
import { discriminatedUnion } from "./union.js";

/** The way into a group of types that contain each other, from the first of them on. */
interface Cycle {
  readonly group: number;
  /** Types being expanded: a reference to one of them is where the schema ends. */
  readonly open: Set<TypeId>;
  readonly done: Map<TypeId, JSONSchemaProps>;
}

/** Where an expression stands. */
interface Place {
  readonly cycle: Cycle | undefined;
  readonly span: SourceSpan;
  /** `member 'children'` or `type TreeNode`, for messages. */
  readonly subject: string;
}

/**
 * Structural schemas of declared types, each made once. A recursive type is expanded once on every path
 * into its cycle; what it contains of itself accepts any object, with a warning.
 */
export class TypeSchemas {
  readonly #types: TypesById;
  readonly #cycles: ReadonlyMap<TypeId, number>;
  readonly #schemas = new Map<TypeId, JSONSchemaProps>();
  readonly #diagnostics = new Map<string, Diagnostic>();
  /** Types on the way down to the one being built. */
  #depth = 0;
  /** Whether that one is a package's: newer servers know more values of its enumerations, and controller-gen names none. */
  #isImported = false;

  constructor(types: TypesById) {
    this.#types = types;
    this.#cycles = findCycles(types);
  }

  /** What was found in the types asked for so far. */
  get diagnostics(): readonly Diagnostic[] {
    return [...this.#diagnostics.values()];
  }

  /**
   * The schema of a type, with its doc comment as description. What is nested too deep to be used is left out.
   *
   * @throws when the model has no such type
   */
  schemaOf(id: TypeId): JSONSchemaProps {
    const known = this.#schemas.get(id);
    if (known !== undefined) return known;
    const group = this.#cycles.get(id);
    const cycle = group === undefined ? undefined : { group, open: new Set([id]), done: new Map() };
    const schema = this.#build({ type: this.#type(id), cycle });
    this.#schemas.set(id, schema);
    return schema;
  }

  #type(id: TypeId): ApiType {
    return typeById(this.#types, id);
  }

  #build(input: { readonly type: ApiType; readonly cycle: Cycle | undefined }): JSONSchemaProps {
    const { type, cycle } = input;
    const { declaration } = type;
    if (this.#depth > largest.depth) return anyValue;
    this.#depth++;
    const outer = this.#isImported;
    this.#isImported = isImported(type);
    const place = { cycle, span: type.span, subject: `type ${type.name}` };
    const schema =
      declaration.kind === "alias"
        ? this.#expression({ expression: declaration.type, place })
        : this.#inherit({
            own: this.#object({ members: declaration.members, cycle }),
            bases: declaration.extends.map((expression) => this.#expression({ expression, place })),
          });
    this.#depth--;
    this.#isImported = outer;
    return described({
      schema: this.#merged({ schema, tags: type.tags }),
      description: schemaDescription(type.description),
    });
  }

  #expression(input: {
    readonly expression: TypeExpression;
    readonly place: Place;
  }): JSONSchemaProps {
    const { expression, place } = input;
    switch (expression.kind) {
      case "string":
      case "boolean":
      case "number":
        return { type: expression.kind };
      case "builtin":
        return builtinSchemas[expression.name];
      case "enum":
        return (this.#isImported ? openEnumSchema : enumSchema)(expression.values);
      case "array":
        return {
          type: "array",
          items: this.#expression({ expression: expression.element, place }),
        };
      case "map":
        return {
          type: "object",
          additionalProperties: this.#expression({ expression: expression.value, place }),
        };
      case "reference":
        return this.#reference({ id: expression.id, place });
      case "object":
        return this.#object({ members: expression.members, cycle: place.cycle });
      case "nullable":
        return nullableSchema(this.#expression({ expression: expression.type, place }));
      case "union":
        return this.#union({ expression, place });
    }
  }

  #object(input: {
    readonly members: readonly Member[];
    readonly cycle: Cycle | undefined;
  }): JSONSchemaProps {
    const { members, cycle } = input;
    if (members.length === 0) return { type: "object" };
    const properties = members.map((member): readonly [string, JSONSchemaProps] => {
      const place = { cycle, span: member.span, subject: `member '${member.name}'` };
      const schema = this.#expression({ expression: member.type, place });
      return [
        member.name,
        described({
          schema: this.#merged({
            schema: this.#defaulted({ schema, member }),
            tags: member.tags,
          }),
          description: schemaDescription(member.description),
        }),
      ];
    });
    const required = members.filter((member) => this.#isRequired(member)).map(({ name }) => name);
    return {
      type: "object",
      properties: Object.fromEntries(properties),
      ...(required.length === 0 ? {} : { required: sortedNames(required) }),
    };
  }

  /** In a kind of a package the metadata is as Go has it: there for code, and not asked for within another object. */
  #isRequired({ optional, type }: Member): boolean {
    return (
      !optional && !(this.#isImported && type.kind === "builtin" && type.name === "ObjectMeta")
    );
  }

  #merged(input: {
    readonly schema: JSONSchemaProps;
    readonly tags: readonly Tag[];
  }): JSONSchemaProps {
    const { schema, problems } = withTopology(input);
    for (const problem of problems) this.#report(problem);
    return schema;
  }

  /** With the default of the member; as in controller-gen, one of its type is for generated functions only. */
  #defaulted(input: {
    readonly schema: JSONSchemaProps;
    readonly member: Member;
  }): JSONSchemaProps {
    const { schema, member } = input;
    if (member.default === undefined) return schema;
    const { json, constant, span } = member.default;
    if (constant !== undefined && json === undefined) {
      const parameters = { name: member.name, constant: constant.name };
      this.#report(diagnostic("crd/default-not-known", parameters, { span }));
    }
    // Null as a default is no default to the API server.
    if (json === undefined || json.value === null) return schema;
    const complete = completeDefault({ value: json.value, schema });
    if (complete.missing === undefined) return { ...schema, default: complete.value };
    const parameters = { name: member.name, missing: complete.missing };
    this.#report(diagnostic("crd/default-incomplete", parameters, { span }));
    return schema;
  }

  #inherit(input: {
    readonly own: JSONSchemaProps;
    readonly bases: readonly JSONSchemaProps[];
  }): JSONSchemaProps {
    return input.bases.reduce((own, base) => {
      const { description: _, ...inherited } = base;
      return mergeInherited({ own, base: inherited });
    }, input.own);
  }

  #reference(input: { readonly id: TypeId; readonly place: Place }): JSONSchemaProps {
    const { id, place } = input;
    const { cycle } = place;
    if (cycle === undefined || this.#cycles.get(id) !== cycle.group) return this.schemaOf(id);
    if (cycle.open.has(id)) return this.#cut({ id, place });
    const known = cycle.done.get(id);
    if (known !== undefined) return known;
    cycle.open.add(id);
    const schema = this.#build({ type: this.#type(id), cycle });
    cycle.open.delete(id);
    cycle.done.set(id, schema);
    return schema;
  }

  /** Where a type contains itself: structural schemas have no references, so what follows is not described. */
  #cut(input: { readonly id: TypeId; readonly place: Place }): JSONSchemaProps {
    const { id, place } = input;
    const { name, description } = this.#type(id);
    this.#report(
      diagnostic(
        "crd/recursive-type",
        { subject: place.subject, type: name },
        { span: place.span },
      ),
    );
    return described({ schema: this.#shape(id), description: schemaDescription(description) });
  }

  /** The outermost type of a declared type, anything inside. */
  #shape(id: TypeId): JSONSchemaProps {
    const seen = new Set<TypeId>();
    let { declaration } = this.#type(id);
    while (declaration.kind === "alias") {
      const { type } = declaration;
      if (type.kind === "array") return { type: "array", items: anyValue };
      if (type.kind !== "reference") {
        const object =
          type.kind === "map" ||
          type.kind === "object" ||
          (type.kind === "union" && type.form === "discriminated");
        return object ? { type: "object", ...anyValue } : anyValue;
      }
      if (seen.has(type.id)) return anyValue;
      seen.add(type.id);
      declaration = this.#type(type.id).declaration;
    }
    return { type: "object", ...anyValue };
  }

  #union(input: { readonly expression: UnionExpression; readonly place: Place }): JSONSchemaProps {
    const { expression, place } = input;
    if (expression.form === "discriminated") {
      const { schema, unchecked, undefaulted } = discriminatedUnion({
        discriminant: expression.discriminant,
        members: expression.members.map(({ id, value }) => ({
          value,
          schema: this.#reference({ id, place }),
        })),
      });
      const parameters = (property: string) => ({ subject: place.subject, property });
      for (const property of unchecked) {
        this.#report(
          diagnostic("crd/union-members-differ", parameters(property), { span: place.span }),
        );
      }
      for (const property of undefaulted) {
        this.#report(
          diagnostic("crd/default-in-union", parameters(property), { span: place.span }),
        );
      }
      return schema;
    }
    const form = expression.form === "oneOrMany" ? "T | T[]" : "T | boolean";
    this.#report(
      diagnostic("crd/union-not-checked", { subject: place.subject, form }, { span: place.span }),
    );
    return anyValue;
  }

  #report(found: Diagnostic): void {
    const { file, line, column } = found.span ?? { file: "", line: 0, column: 0 };
    this.#diagnostics.set(`${found.code} ${file}:${line}:${column} ${found.message}`, found);
  }
}
