import { celCompiler } from "crd-runtime/cel";
import { type RuleChecks, ruleChecks } from "crd-runtime/schema";
import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import {
  type ApiGroup,
  type ApiModel,
  indexModel,
  isDomain,
  type TypesById,
} from "../model/index.js";
import { writeYaml } from "../render/yaml/index.js";
import {
  type JSONSchemaProps,
  largest,
  largestStored,
  type SchemaSize,
  SchemaSizes,
  storedBytes,
  TypeSchemas,
} from "../schema/index.js";
import {
  type CustomResourceDefinition,
  customResourceDefinition,
  type KindVersion,
  type VersionedKind,
} from "./crd.js";
import { kindsOf } from "./kinds.js";
import { nameProblems } from "./names.js";
import { nestedMetadata } from "./nested-metadata.js";
import { withOmissions } from "./omit.js";
import { patched } from "./patch.js";
import { isApproved, serverProblems } from "./server-checks.js";
import { Truncation } from "./truncate.js";
import { versionProblems } from "./version-problems.js";

const protectedGroup = /(^|\.)(k8s|kubernetes)\.io$/;

/** The definition of a kind, and what is wrong with it. */
export interface Definition {
  readonly kind: VersionedKind;
  readonly crd: CustomResourceDefinition;
  /** Without a header. */
  readonly yaml: string;
  readonly diagnostics: readonly Diagnostic[];
}

function definition(input: {
  readonly kind: VersionedKind;
  readonly schemas: TypeSchemas;
  readonly schemaOf: (id: string) => JSONSchemaProps;
  readonly types: TypesById;
  readonly rules: RuleChecks;
}): Definition {
  const { kind, schemas, schemaOf } = input;
  const whole = withOmissions({ kind, crd: customResourceDefinition({ kind, schemaOf }) });
  const { crd, problems } = patched({ kind, crd: whole.crd });
  const yaml = `---\n${writeYaml(crd)}`;
  const bytes = storedBytes({ crd, yaml });
  const parameters = {
    kind: kind.stored.kind.kind,
    bytes: String(bytes),
    limit: String(largestStored),
  };
  return {
    kind,
    crd,
    yaml,
    diagnostics: [
      ...whole.problems,
      ...(problems.length > 0
        ? problems
        : unreported({ found: serverProblems({ ...input, crd }), known: schemas.diagnostics })),
      ...(bytes > largestStored
        ? [diagnostic("crd/too-many-bytes", parameters, { span: kind.stored.type.span })]
        : []),
      ...versionProblems({ kind, schemaOf }),
    ],
  };
}

/** Those at places where nothing has been reported before: what is wrong there has been said in better words. */
function unreported(input: {
  readonly found: readonly Diagnostic[];
  readonly known: readonly Diagnostic[];
}): readonly Diagnostic[] {
  const places = new Set(input.known.map(placeOf));
  return input.found.filter((one) => !places.has(placeOf(one)));
}

function placeOf({ span }: Diagnostic): string {
  return span === undefined ? "" : `${span.file}:${span.line}:${span.column}`;
}

/** Groups of whose definitions the API server takes none, or only with an annotation that is not there. */
function groupProblems(input: {
  readonly group: ApiGroup;
  readonly crds: readonly CustomResourceDefinition[];
}): readonly Diagnostic[] {
  const { group, crds } = input;
  const version = group.versions.find(({ kinds }) => kinds.length > 0);
  if (version === undefined) return [];
  const tag = version.tags.find(({ name }) => name === "groupName");
  const place = { span: tag?.span ?? version.span };
  const parameters = { group: group.name };
  if (!isDomain(group)) return [diagnostic("crd/group-without-dot", parameters, place)];
  if (!protectedGroup.test(group.name) || crds.every(isApproved)) return [];
  return [diagnostic("crd/protected-group", parameters, place)];
}

/** Schemas that no API server takes, and that would take long to write. */
function sizeProblems(input: {
  readonly entry: KindVersion;
  readonly size: SchemaSize;
}): readonly Diagnostic[] {
  const { entry, size } = input;
  const { kind } = entry.kind;
  const { span } = entry.type;
  if (size.depth > largest.depth) {
    return [diagnostic("crd/too-deep", { kind, limit: String(largest.depth) }, { span })];
  }
  if (size.nodes <= largest.nodes) return [];
  const parameters = { kind, nodes: String(size.nodes), limit: String(largest.nodes) };
  return [diagnostic("crd/too-large", parameters, { span })];
}

/** The definitions of all kinds of a model, as controller-gen makes them. A kind whose schema is too large has none. */
export function makeDefinitions(input: {
  readonly model: ApiModel;
  readonly maxDescLen: number | undefined;
}): { readonly definitions: readonly Definition[]; readonly diagnostics: readonly Diagnostic[] } {
  const { model, maxDescLen } = input;
  const index = indexModel(model);
  const { types } = index;
  const schemas = new TypeSchemas(index);
  const truncation = maxDescLen === undefined ? undefined : new Truncation(maxDescLen);
  const schemaOf = (id: string): JSONSchemaProps =>
    truncation?.of(schemas.rootOf(id)) ?? schemas.rootOf(id);
  const rules = ruleChecks(celCompiler());
  const sizes = new SchemaSizes();
  const kinds = model.groups.flatMap(kindsOf);
  const entries = kinds.flatMap(({ versions }) => versions);
  const diagnostics = [
    ...kinds.flatMap(nameProblems),
    ...nestedMetadata({ types, kinds: entries.map(({ type }) => type.id) }),
  ];
  const definitions: Definition[] = [];
  for (const kind of kinds) {
    const problems = kind.versions.flatMap((entry) =>
      sizeProblems({ entry, size: sizes.sizeOf(schemas.rootOf(entry.type.id)) }),
    );
    diagnostics.push(...problems);
    if (problems.length > 0) continue;
    const made = definition({ kind, schemas, schemaOf, types, rules });
    definitions.push(made);
    diagnostics.push(...made.diagnostics);
  }
  const crds = definitions.map(({ crd }) => crd);
  const groups = model.groups.flatMap((group) =>
    groupProblems({ group, crds: crds.filter(({ spec }) => spec.group === group.name) }),
  );
  return { definitions, diagnostics: [...groups, ...diagnostics, ...schemas.diagnostics] };
}
