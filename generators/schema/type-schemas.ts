import { type Diagnostic, diagnostic, type SourceSpan } from "../diagnostics/index.js";
import {
  type ApiType,
  isImported,
  isOptionalByDefault,
  isRequired,
  type Member,
  type ModelIndex,
  type TypeExpression,
  type TypeId,
  type TypesById,
  typeById,
  type UnionExpression,
} from "../model/index.js";
import { builtinSchemas } from "./builtins.js";
import { findCycles } from "./cycles.js";
import { withDefault } from "./default-value.js";
import { schemaDescription } from "./description.js";
import { enumSchema, nullableSchema, openEnumSchema } from "./enum.js";
import { isImmutable, keptRule } from "./immutable.js";
import { type Marked, withMarkers } from "./markers.js";
import { mergeInherited, sortedNames } from "./merge.js";
import { isStructOfPackage } from "./non-empty.js";
import { oneOfProblems } from "./one-of.js";
import { outermost } from "./outermost.js";
import { presenceProblems } from "./presence.js";
import { replacementOf, withRawSchema } from "./raw-schema.js";
import { rootSchema } from "./root-schema.js";
import { anyValue, described, type JSONSchemaProps, sameSchema } from "./schema.js";
import { largest } from "./size.js";
import { withTopology } from "./topology.js";
import { unionSchema } from "./union-schema.js";

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
  readonly #versionOf: ModelIndex["versionOf"];
  readonly #cycles: ReadonlyMap<TypeId, number>;
  readonly #schemas = new Map<TypeId, JSONSchemaProps>();
  readonly #roots = new Map<TypeId, JSONSchemaProps>();
  readonly #diagnostics = new Map<string, Diagnostic>();
  /** Types on the way down to the one being built. */
  #depth = 0;
  /** Whether that one is a package's: newer servers know more values of its enumerations, and controller-gen names none. */
  #isImported = false;

  constructor({ types, versionOf }: Pick<ModelIndex, "types" | "versionOf">) {
    this.#types = types;
    this.#versionOf = versionOf;
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
    const schema = this.#raw({
      schema: this.#build({ type: this.#type(id), cycle: this.#cycleOf(id) }),
      tags: this.#type(id).tags,
    });
    this.#schemas.set(id, schema);
    return schema;
  }

  /**
   * The schema of a kind as the root of its version: its metadata is the API server's, whatever the type says.
   *
   * @throws when the model has no such type
   */
  rootOf(id: TypeId): JSONSchemaProps {
    const known = this.#roots.get(id);
    if (known !== undefined) return known;
    const type = this.#type(id);
    const schema = this.#raw({
      schema: rootSchema({ schema: this.#build({ type, cycle: this.#cycleOf(id) }), type }),
      tags: type.tags,
    });
    this.#roots.set(id, schema);
    return schema;
  }

  #cycleOf(id: TypeId): Cycle | undefined {
    const group = this.#cycles.get(id);
    return group === undefined ? undefined : { group, open: new Set([id]), done: new Map() };
  }

  #type(id: TypeId): ApiType {
    return typeById(this.#types, id);
  }

  /** Without what the tags say in JSON. */
  #build(input: { readonly type: ApiType; readonly cycle: Cycle | undefined }): JSONSchemaProps {
    const { type, cycle } = input;
    const { declaration, tags } = type;
    const replacement = replacementOf(tags);
    if (replacement !== undefined) return this.#checked(replacement);
    if (this.#depth > largest.depth) return anyValue;
    this.#depth++;
    const outer = this.#isImported;
    this.#isImported = isImported(type);
    const place = { cycle, span: type.span, subject: `type ${type.name}` };
    const schema =
      declaration.kind === "alias"
        ? this.#marked({
            schema: this.#expression({ expression: declaration.type, place }),
            expression: declaration.type,
            tags,
          })
        : this.#inherit({
            own: this.#marked({
              schema: this.#object({
                members: declaration.members,
                cycle,
                optionalByDefault: isOptionalByDefault(this.#versionOf.get(type.id)),
              }),
              expression: { kind: "object", members: declaration.members },
              tags,
            }),
            bases: declaration.extends.map((expression) => this.#expression({ expression, place })),
          });
    this.#depth--;
    this.#isImported = outer;
    for (const problem of oneOfProblems({ schema, tags })) this.#report(problem);
    return described({
      schema: this.#checked(withTopology({ schema, tags })),
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
      case "tuple":
        return this.#tuple({ elements: expression.elements, place });
      case "map":
        return {
          type: "object",
          additionalProperties: this.#expression({ expression: expression.value, place }),
        };
      case "reference":
        return this.#reference({ id: expression.id, place });
      case "object":
        return this.#object({ ...place, members: expression.members });
      case "nullable":
        return nullableSchema(this.#expression({ expression: expression.type, place }));
      case "union":
        return this.#union({ expression, place });
    }
  }

  /** A list of that length: structural schemas have one schema for all items. */
  #tuple(input: {
    readonly elements: readonly TypeExpression[];
    readonly place: Place;
  }): JSONSchemaProps {
    const { elements, place } = input;
    const [first = anyValue, ...others] = elements.map((expression) =>
      this.#expression({ expression, place }),
    );
    const isOne = others.every((other) => sameSchema(first, other));
    if (!isOne) {
      const { span, subject } = place;
      this.#report(diagnostic("crd/tuple-not-checked", { subject }, { span }));
    }
    return {
      type: "array",
      items: isOne ? first : anyValue,
      minItems: elements.length,
      maxItems: elements.length,
    };
  }

  #object(input: {
    readonly members: readonly Member[];
    readonly cycle: Cycle | undefined;
    readonly optionalByDefault?: boolean;
  }): JSONSchemaProps {
    const { members, optionalByDefault = false } = input;
    if (members.length === 0) return { type: "object" };
    const properties = members.map((member): readonly [string, JSONSchemaProps] => [
      member.name,
      this.#member({ ...input, member }),
    ]);
    const required = members
      .filter((member) => this.#isRequired({ member, optionalByDefault }))
      .map(({ name }) => name);
    const rules = members
      .filter((member) => !required.includes(member.name))
      .filter((member) => isImmutable({ types: this.#types, member }))
      .map(({ name }) => keptRule(name));
    return {
      type: "object",
      properties: Object.fromEntries(properties),
      ...(required.length === 0 ? {} : { required: sortedNames(required) }),
      ...(rules.length === 0 ? {} : { "x-kubernetes-validations": rules }),
    };
  }

  #member(input: { readonly member: Member; readonly cycle: Cycle | undefined }): JSONSchemaProps {
    const { member, cycle } = input;
    const { tags, type } = member;
    for (const problem of presenceProblems(tags)) this.#report(problem);
    const replacement = replacementOf(tags);
    if (replacement !== undefined) return this.#raw({ schema: this.#checked(replacement), tags });
    const place = { cycle, span: member.span, subject: `member '${member.name}'` };
    const marked = tags.some(({ name }) => name === "kubebuilder:validation:Schemaless")
      ? this.#marked({ schema: {}, expression: { kind: "object", members: [] }, tags })
      : this.#marked({
          schema: this.#expression({ expression: type, place }),
          expression: type,
          tags,
          isStruct: isStructOfPackage({ types: this.#types, expression: type }),
        });
    const schema = this.#merged(
      withTopology({
        schema: this.#checked(withDefault({ schema: marked, member })),
        tags,
      }),
    );
    return this.#raw({
      schema: described({ schema, description: schemaDescription(member.description) }),
      tags,
    });
  }

  /** In a kind of a package the metadata is as Go has it: there for code, and not asked for within another object. */
  #isRequired(input: { readonly member: Member; readonly optionalByDefault: boolean }): boolean {
    const { member } = input;
    const { type } = member;
    return (
      isRequired({ ...member, optionalByDefault: input.optionalByDefault }) &&
      !(this.#isImported && type.kind === "builtin" && type.name === "ObjectMeta")
    );
  }

  #marked(input: Parameters<typeof withMarkers>[0]): JSONSchemaProps {
    return this.#checked(withMarkers(input));
  }

  #raw(input: Parameters<typeof withRawSchema>[0]): JSONSchemaProps {
    return this.#checked(withRawSchema(input));
  }

  #checked({ schema, problems }: Marked): JSONSchemaProps {
    for (const problem of problems) this.#report(problem);
    return schema;
  }

  /**
   * What a package says of merging and no definition may say is left out: nobody can change it there. `secrets` of
   * ServiceAccount is a list whose key may be absent, which the API server takes of its own types only.
   */
  #merged(marked: Marked): JSONSchemaProps {
    return this.#isImported ? marked.schema : this.#checked(marked);
  }

  #inherit(input: {
    readonly own: JSONSchemaProps;
    readonly bases: readonly JSONSchemaProps[];
  }): JSONSchemaProps {
    // As in controller-gen, what a base says of itself is not said of what extends it.
    const [first, ...others] = input.bases.map(
      ({ description: _d, title: _t, externalDocs: _e, ...base }) => base,
    );
    if (first === undefined) return input.own;
    const base = others.reduce((below, own) => mergeInherited({ own, base: below }), first);
    return mergeInherited({ own: input.own, base });
  }

  #reference(input: { readonly id: TypeId; readonly place: Place }): JSONSchemaProps {
    const { id, place } = input;
    const { cycle } = place;
    if (cycle === undefined || this.#cycles.get(id) !== cycle.group) return this.schemaOf(id);
    if (cycle.open.has(id)) return this.#cut({ id, place });
    const known = cycle.done.get(id);
    if (known !== undefined) return known;
    cycle.open.add(id);
    const type = this.#type(id);
    const schema = this.#raw({ schema: this.#build({ type, cycle }), tags: type.tags });
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
    return described({
      schema: outermost(this.#types, id),
      description: schemaDescription(description),
    });
  }

  #union(input: { readonly expression: UnionExpression; readonly place: Place }): JSONSchemaProps {
    const { expression, place } = input;
    const schemaOf = (id: TypeId): JSONSchemaProps => this.#reference({ id, place });
    return this.#checked(unionSchema({ ...place, expression, schemaOf }));
  }

  #report(found: Diagnostic): void {
    const { file, line, column } = found.span ?? { file: "", line: 0, column: 0 };
    this.#diagnostics.set(`${found.code} ${file}:${line}:${column} ${found.message}`, found);
  }
}
