import { celCompiler } from "crd-runtime/cel";
import { type FieldError, ruleChecks, schemaErrors } from "crd-runtime/schema";
import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import {
  type ApiType,
  extendsBuiltin,
  type ModelIndex,
  type TypeId,
  type TypesById,
  typeById,
} from "../model/index.js";
import {
  type JSONSchemaProps,
  largest,
  refusalOf,
  SchemaSizes,
  TypeSchemas,
  valuesOf,
  withoutSums,
} from "../schema/index.js";
import { schemaTypes } from "./references.js";

/** The schema that the function of a type checks values by. */
export interface TypeSchema {
  /** That of a CustomResourceDefinition, or of the part of it that is of the type. */
  readonly props: JSONSchemaProps;
  readonly as: "resource" | "value";
  /** Whether there are rules in CEL in it. */
  readonly hasRules: boolean;
}

/** Schemas of the types that are checked by one, and what is wrong with them. */
export interface CheckedSchemas {
  readonly schemas: ReadonlyMap<TypeId, TypeSchema>;
  readonly source: TypeSchemas;
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes the schemas of those of the types that markers say something of. */
export function checkedSchemas(input: {
  readonly index: ModelIndex;
  /** Those of which markers say something. */
  readonly marked: ReadonlySet<TypeId>;
  /** The types whose values functions check. */
  readonly reached: ReadonlySet<TypeId>;
  /** Those that something asks for. */
  readonly roots: ReadonlySet<TypeId>;
  /** Those that are switched on. */
  readonly generators: readonly string[];
}): CheckedSchemas {
  const { index, marked, reached, roots, generators } = input;
  const { types } = index;
  const source = new TypeSchemas(index);
  const sizes = new SchemaSizes();
  const schemas = new Map<TypeId, TypeSchema>();
  const diagnostics: Diagnostic[] = [];
  for (const id of reached) {
    if (!marked.has(id)) continue;
    const type = typeById(types, id);
    const schema = typeSchema({ types, type, source });
    const { nodes, depth } = sizes.sizeOf(schema.props);
    if (depth > largest.depth || nodes > largest.nodes) diagnostics.push(tooLarge({ type, nodes }));
    else schemas.set(id, schema);
  }
  // What crd-gen makes definitions of it checks itself.
  const others = generators.includes("crd-gen") ? schemaTypes(index) : new Set<TypeId>();
  const unchecked = [...roots].filter((id) => !others.has(id));
  return {
    schemas,
    source,
    diagnostics: [
      ...diagnostics,
      ...(schemas.size === 0 ? [] : refusals({ types, schemas, ids: unchecked })),
      ...source.diagnostics,
    ],
  };
}

function typeSchema(input: {
  readonly types: TypesById;
  readonly type: ApiType;
  readonly source: TypeSchemas;
}): TypeSchema {
  const { types, type, source } = input;
  const isKind =
    extendsBuiltin(types, { type, name: "TypeMeta" }) &&
    type.declaration.kind === "interface" &&
    type.declaration.members.some(({ name }) => name === "metadata");
  const props = isKind ? source.rootOf(type.id) : source.schemaOf(type.id);
  return { props, as: isKind ? "resource" : "value", hasRules: hasRules(props) };
}

function hasRules(schema: JSONSchemaProps): boolean {
  const { items, properties = {} } = schema;
  const inside = [items, valuesOf(schema), ...Object.values(properties)];
  return (
    schema["x-kubernetes-validations"] !== undefined ||
    inside.some((one) => one !== undefined && hasRules(one))
  );
}

function tooLarge(input: { readonly type: ApiType; readonly nodes: number }): Diagnostic {
  const { type, nodes } = input;
  const parameters = { kind: type.name, nodes: String(nodes), limit: String(largest.nodes) };
  return diagnostic("crd/too-large", parameters, { span: type.span });
}

/** What keeps schemas from being used: rules that do not compile, defaults that do not fit. */
function refusals(input: {
  readonly types: TypesById;
  readonly schemas: ReadonlyMap<TypeId, TypeSchema>;
  readonly ids: readonly TypeId[];
}): readonly Diagnostic[] {
  const { types, schemas, ids } = input;
  const rules = ruleChecks(celCompiler());
  const found = new Map<string, Diagnostic>();
  for (const id of ids) {
    const schema = schemas.get(id);
    if (schema === undefined) continue;
    const type = typeById(types, id);
    for (const { error, path } of errorsOf({ schema, rules })) {
      const { props } = schema;
      const { subject, problem, span, hint } = refusalOf({
        types,
        type,
        schema: props,
        path,
        error,
      });
      const parameters = { type: type.name, subject, problem };
      const place = `${span.file}:${span.line}:${span.column} ${problem}`;
      // One type of several that hold the same says it.
      if (found.has(place)) continue;
      found.set(place, diagnostic("generate/refused-schema", parameters, { span, hint }));
    }
  }
  return [...found.values()];
}

/** Errors with their paths in the schema of the type. */
function errorsOf(input: {
  readonly schema: TypeSchema;
  readonly rules: ReturnType<typeof ruleChecks>;
}): readonly { readonly error: FieldError; readonly path: string }[] {
  const { schema, rules } = input;
  // The root of a definition is an object.
  const isRoot = schema.as === "resource";
  const props = isRoot ? schema.props : { type: "object", properties: { value: schema.props } };
  const start = isRoot ? "schema" : "schema.properties[value]";
  // Its type has lists that may be changed, and nothing is changed here.
  const errors = schemaErrors({ props: props as never, path: "schema", rules });
  return withoutSums(errors).map((error) => ({
    error,
    path: error.field.startsWith(start) ? error.field.slice(start.length) : "",
  }));
}
