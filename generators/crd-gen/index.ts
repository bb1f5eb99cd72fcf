import { celCompiler } from "crd-runtime/cel";
import type { CelCompiler, DefinitionInput } from "crd-runtime/schema";
import { type Diagnostic, diagnostic, hasErrors } from "../diagnostics/index.js";
import type { GeneratedFile, Generator, MadeDefinition } from "../generator.js";
import { type ApiGroup, indexModel, isDomain, type TypesById } from "../model/index.js";
import type { ProjectConfig } from "../options.js";
import { headerLine, yamlHeader } from "../render/index.js";
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
import { hasDefinitions, kindsOf } from "./kinds.js";
import { groupModule, indexModule } from "./modules.js";
import { nameProblems } from "./names.js";
import { nestedMetadata } from "./nested-metadata.js";
import { withOmissions } from "./omit.js";
import { patched } from "./patch.js";
import { isApproved, serverProblems } from "./server-checks.js";
import { Truncation } from "./truncate.js";
import { versionProblems } from "./version-problems.js";

const generator = "crd-gen";
const protectedGroup = /(^|\.)(k8s|kubernetes)\.io$/;

interface Definition {
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
  readonly cel: CelCompiler;
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

/**
 * Generates a CustomResourceDefinition for every kind: one YAML file a kind, all its versions in it, as
 * controller-gen writes it; and the same as TypeScript, one file a group and one for all of them.
 */
export const crdGen: Generator = {
  name: generator,
  description: "CustomResourceDefinitions from the API types (controller-gen crd)",
  generate({ model, options, render, headers }) {
    const index = indexModel(model);
    const { types } = index;
    const schemas = new TypeSchemas(index);
    const { maxDescLen, year } = options.crd;
    const truncation = maxDescLen === undefined ? undefined : new Truncation(maxDescLen);
    const schemaOf = (id: string): JSONSchemaProps =>
      truncation?.of(schemas.rootOf(id)) ?? schemas.rootOf(id);
    const cel = celCompiler();
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
      const made = definition({ kind, schemas, schemaOf, types, cel });
      definitions.push(made);
      diagnostics.push(...made.diagnostics);
    }
    const crds = definitions.map(({ crd }) => crd);
    const groups = model.groups.flatMap((group) =>
      groupProblems({ group, crds: crds.filter(({ spec }) => spec.group === group.name) }),
    );
    const modules = options.crd.modules
      ? model.groups
          .filter(hasDefinitions)
          .map((group) => groupModule({ group, definitions, render, generator }))
      : [];
    const all = [...groups, ...diagnostics, ...schemas.diagnostics];
    return {
      files: [
        ...filesOf({
          definitions,
          options,
          header: yamlHeader({ text: headers?.crd ?? "", year }),
        }),
        ...modules,
      ],
      diagnostics: all,
      // What the API server would refuse cannot be worked with.
      definitions: hasErrors(all) ? [] : definitions.map(madeOf),
    };
  },
  generateShared({ model, options, render }) {
    const groups = model.groups.filter(hasDefinitions);
    const isWritten = options.crd.modules && groups.length > 0;
    const files = isWritten ? [indexModule({ groups, options, render, generator })] : [];
    return { files, diagnostics: [] };
  },
};

function madeOf({ kind, crd }: Definition): MadeDefinition {
  return {
    // Its type has lists that may be changed, and nothing is changed there.
    definition: crd as unknown as DefinitionInput["definition"],
    types: kind.versions.map(({ type }) => type),
  };
}

/** A file for each definition, or one for those of a group. */
function filesOf(input: {
  readonly definitions: readonly Definition[];
  readonly options: Pick<ProjectConfig, "crds" | "crd">;
  readonly header: string;
}): readonly GeneratedFile[] {
  const { definitions, options, header } = input;
  const byPath = new Map<string, string[]>();
  for (const { kind, yaml } of definitions) {
    const name = options.crd.bundle ? "crds" : kind.stored.kind.plural;
    const path = `${options.crds}/${kind.group}_${name}.yaml`;
    byPath.set(path, [...(byPath.get(path) ?? []), yaml]);
  }
  return [...byPath].map(([path, documents]) => ({
    path,
    content: `${headerLine({ path, generator })}\n${header}${documents.join("")}`,
    owner: "tool",
  }));
}
