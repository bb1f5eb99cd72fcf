import {
  type FieldError,
  fieldErrorBody,
  type RuleChecks,
  validateCustomResourceDefinition,
} from "crd-runtime/schema";
import { type Diagnostic, diagnostic, type SourceSpan } from "../../diagnostics/index.js";
import { isIdentifier, isJsonObject, type JsonValue } from "../../model/index.js";
import {
  type JSONSchemaProps,
  largest,
  problemText,
  SchemaSizes,
  withoutSums,
} from "../../schema/index.js";
import { type Definition, definitionOf, withoutNulls } from "../definition.js";
import { Identities } from "../identity.js";
import { type ReadObject, readDocuments, type SourceText } from "./documents.js";
import { oddPart } from "./shape.js";

/** A definition and where it stands. */
export interface FoundDefinition {
  readonly definition: Definition;
  /** The place of its name: to find it can take longer than to read the definition. */
  readonly spanOf: () => SourceSpan;
}

/** The definitions of texts, each once, and what is wrong with the rest. */
export interface FoundDefinitions {
  readonly definitions: readonly FoundDefinition[];
  readonly diagnostics: readonly Diagnostic[];
}

const group = "apiextensions.k8s.io";

/** Finds the CustomResourceDefinitions in texts; one that the API server would refuse is left out, with the reason. */
export function findDefinitions(input: {
  readonly sources: readonly SourceText[];
  /** Checks of patterns and of rules in CEL; left out: they are not looked at. */
  readonly rules?: RuleChecks;
}): FoundDefinitions {
  const { sources, rules } = input;
  const identities = new Identities();
  const found = new Map<string, FoundDefinition>();
  const diagnostics: Diagnostic[] = [];
  for (const source of sources) {
    const { objects, diagnostics: problems } = readDocuments(source);
    diagnostics.push(...problems);
    const others = new Map<string, number>();
    for (const object of objects) {
      if (!isDefinition(object.json)) {
        const kind = textOf(object.json["kind"]) ?? "";
        others.set(kind, (others.get(kind) ?? 0) + 1);
        continue;
      }
      const checked = checkedDefinition({ object, rules });
      diagnostics.push(...checked.diagnostics);
      if (checked.definition === undefined) continue;
      const { definition } = checked;
      const name = `${definition.plural}.${definition.group}`;
      const spanOf = (): SourceSpan => object.spanAt(["metadata", "name"]);
      const known = found.get(name);
      if (known === undefined) found.set(name, { definition, spanOf });
      else if (identities.of(known.definition.json) !== identities.of(definition.json)) {
        const other = known.spanOf();
        const hint = `the other one is in ${other.file}:${other.line}`;
        diagnostics.push(diagnostic("import/duplicate", { name }, { span: spanOf(), hint }));
      }
    }
    if (others.size > 0) {
      const text = [...others].map(([kind, count]) =>
        kind === "" ? withoutKind(count) : count === 1 ? kind : `${count} ${kind}`,
      );
      const parameters = { objects: text.sort().join(", ") };
      const span = objects.find(({ json }) => !isDefinition(json))?.spanAt([]);
      diagnostics.push(diagnostic("import/other-object", parameters, { span }));
    }
  }
  return { definitions: [...found.values()], diagnostics };
}

function withoutKind(count: number): string {
  return count === 1 ? "an object without a kind" : `${count} objects without a kind`;
}

function isDefinition(json: ReadObject["json"]): boolean {
  return (
    json["kind"] === "CustomResourceDefinition" &&
    (textOf(json["apiVersion"])?.startsWith(`${group}/`) ?? false)
  );
}

function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function checkedDefinition(input: {
  readonly object: ReadObject;
  readonly rules: RuleChecks | undefined;
}): {
  readonly definition?: Definition | undefined;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { object, rules } = input;
  const { json, spanAt } = object;
  const metadata = json["metadata"];
  const name =
    (isJsonObject(metadata) ? textOf(metadata["name"]) : undefined) ??
    "a definition without a name";
  const apiVersion = textOf(json["apiVersion"]) ?? "";
  if (apiVersion !== `${group}/v1`) {
    const span = spanAt(["apiVersion"]);
    return { diagnostics: [diagnostic("import/old-version", { name, apiVersion }, { span })] };
  }
  const invalid = (field: string, problem: string): Diagnostic =>
    diagnostic("import/invalid", { name, problem }, { span: spanAt(pathOf(field)) });
  const odd = oddPart(json);
  if (odd !== undefined) return { diagnostics: [invalid(odd.field, odd.problem)] };
  const read = withoutNulls(json);
  const definition = definitionOf(read);
  // First, for to check what is too large takes its time.
  const tooLarge = definition && tooLargeSchema(definition);
  if (tooLarge !== undefined) {
    const { index, ...parameters } = tooLarge;
    const span = spanAt(["spec", "versions", index, "schema", "openAPIV3Schema"]);
    return { diagnostics: [diagnostic("import/too-large", { name, ...parameters }, { span })] };
  }
  const all = validateCustomResourceDefinition({
    // Its parts are what they have to be, and as the API server has read them.
    definition: read as unknown as Parameters<
      typeof validateCustomResourceDefinition
    >[0]["definition"],
    rules,
  });
  const errors = withoutSums(all);
  if (errors.length > 0) {
    const told = errors
      .slice(0, maxErrors)
      .map((error) => invalid(error.field, `${error.field}: ${bodyOf(error)}`));
    const left = errors.length - told.length;
    const more = left === 0 ? [] : [invalid("metadata.name", `${left} more problems`)];
    return { diagnostics: [...told, ...more] };
  }
  if (definition === undefined) {
    return { diagnostics: [invalid("spec", "spec: Required value: a version lacks its schema")] };
  }
  const { kind } = definition;
  if (!isIdentifier(kind)) {
    const span = spanAt(["spec", "names", "kind"]);
    return { diagnostics: [diagnostic("import/kind-name", { name, kind }, { span })] };
  }
  return { definition, diagnostics: [] };
}

/** The first version whose schema crd-gen would not write again, and by how much. Nothing else of it is checked yet. */
function tooLargeSchema(definition: Definition):
  | {
      readonly index: number;
      readonly version: string;
      readonly size: string;
      readonly limit: string;
    }
  | undefined {
  const sizes = new SchemaSizes();
  for (const [index, { name: version, schema }] of definition.versions.entries()) {
    // Its parts have the shapes that schemas have.
    const { nodes, depth } = sizes.sizeOf(schema as unknown as JSONSchemaProps);
    if (depth > largest.depth) {
      return { index, version, size: `${depth} levels`, limit: String(largest.depth) };
    }
    if (nodes > largest.nodes) {
      return { index, version, size: `${nodes} nodes`, limit: String(largest.nodes) };
    }
  }
  return undefined;
}

/** Problems of one definition that are told: a wrong habit of its author makes thousands. */
const maxErrors = 20;

function bodyOf(error: FieldError): string {
  return error.detail.startsWith("compilation failed: ")
    ? problemText(error)
    : shortened(fieldErrorBody(error));
}

/** A problem without the middle of a value that fills pages, such as all versions: what is wrong with it stands behind. */
function shortened(problem: string): string {
  const most = 200;
  return problem.length <= 3 * most
    ? problem
    : `${problem.slice(0, most)} ... ${problem.slice(-most)}`;
}

/** Parts that all versions share are named in the spec itself: they stand in the first version. */
const shared = new Map([
  ["validation", "schema"],
  ["subresources", "subresources"],
  ["additionalPrinterColumns", "additionalPrinterColumns"],
  ["selectableFields", "selectableFields"],
]);

/** `spec.versions[0].schema.openAPIV3Schema.properties[spec].type` as keys and indexes. */
export function pathOf(field: string): readonly (string | number)[] {
  const path = [...field.matchAll(/\[([^\]]*)\]|[^.[\]]+/g)].map(([whole, inner]) =>
    inner === undefined ? whole : /^\d+$/.test(inner) ? Number(inner) : inner,
  );
  const [first, second = "", ...rest] = path;
  const isOf = first === "spec" ? shared.get(String(second)) : undefined;
  return isOf === undefined ? path : ["spec", "versions", 0, isOf, ...rest];
}
