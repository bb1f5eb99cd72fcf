import { type Diagnostic, diagnostic, type SourceSpan } from "../diagnostics/index.js";
import type { GeneratedFile, Generator } from "../generator.js";
import { type BuiltinName, freeGroupName } from "../model/index.js";
import type { Render } from "../render/index.js";
import { declare } from "./declarations.js";
import type { Definition, DefinitionVersion } from "./definition.js";
import { Expressions } from "./expressions.js";
import { Identities } from "./identity.js";
import { kindShape } from "./kind.js";
import { type KnownType, KnownTypes } from "./known-types.js";
import { type Schema, schemaWithoutNulls } from "./schema.js";
import { blocksOf } from "./view.js";

export { type Definition, definitionOf, withoutNulls } from "./definition.js";
export type { KnownType } from "./known-types.js";

const name = "import-gen";

/** A definition and where it was read. */
export interface ImportedDefinition {
  readonly definition: Definition;
  readonly spanOf: () => SourceSpan | undefined;
}

/** A file of a version's folder, and the names that it declares. */
export interface ExistingFile {
  readonly path: string;
  readonly names: readonly string[];
  /** Those of kinds. */
  readonly kinds: readonly string[];
}

/** What import-gen gets besides the model. */
export interface ImportRequest {
  readonly definitions: readonly ImportedDefinition[];
  /** Sources of the API types that are there. */
  readonly existing: readonly ExistingFile[];
  /** Schemas of crd-runtime's types, as crd-gen makes them. */
  readonly builtins: Readonly<Record<BuiltinName, Schema>>;
  /** Types of Kubernetes that give their names to what is like them. */
  readonly known: readonly KnownType[];
}

/** Types of crd-runtime that a schema is recognised as, where it is equal. */
const structs: readonly BuiltinName[] = [
  "Condition",
  "LabelSelector",
  "LabelSelectorRequirement",
  "OwnerReference",
];

/** A kind in one version, with where it comes from. */
export interface ImportedVersion extends ImportedDefinition {
  readonly version: DefinitionVersion;
}

/** The kinds that come into one folder. */
interface VersionFolder {
  /** `src/apis/example.com/v1`. */
  readonly folder: string;
  readonly entries: readonly [ImportedVersion, ...ImportedVersion[]];
  /** Files that are there. */
  readonly there: readonly ExistingFile[];
}

/**
 * What is to be imported, by the folders of its versions, and the kinds that are there already. A definition of which one version
 * cannot be imported, as another type has its name, is left out: without that version it would be another definition.
 */
export function sortOut(input: {
  readonly definitions: readonly ImportedDefinition[];
  readonly existing: readonly ExistingFile[];
  /** Folder of the API types. */
  readonly apis: string;
}): { readonly folders: readonly VersionFolder[]; readonly diagnostics: readonly Diagnostic[] } {
  const { definitions, existing, apis } = input;
  const diagnostics: Diagnostic[] = [];
  const folders = new Map<string, VersionFolder>();
  for (const { definition, spanOf } of definitions) {
    const versions = definition.versions.map((version) => {
      const folder = `${apis}/${definition.group}/${version.name}`;
      const there = existing.filter(({ path }) => path.startsWith(`${folder}/`));
      const entry: ImportedVersion = { definition, spanOf, version };
      return { folder, there, entry };
    });
    const taken = versions.map(takenName).filter((one) => one !== undefined);
    if (taken.length > 0) {
      diagnostics.push(...taken);
      continue;
    }
    for (const { folder, there, entry } of versions) {
      const clash = clashOf({ entry, there });
      if (clash === undefined) {
        const entries = folders.get(folder)?.entries;
        folders.set(folder, { folder, there, entries: entries ? [...entries, entry] : [entry] });
      } else {
        diagnostics.push(clash);
      }
    }
  }
  return { folders: [...folders.values()], diagnostics };
}

/** Makes doc.ts and types.ts of CustomResourceDefinitions; regenerate makes the same definitions of them. */
export function importGen(request: ImportRequest): Generator {
  return {
    name,
    description: "API types from CustomResourceDefinitions",
    generate({ model, options, render }) {
      const { builtins, known } = request;
      const { folders, diagnostics } = sortOut({ ...request, apis: options.apis });
      const names = new Map(model.groups.map(({ name, goName }) => [name, goName]));
      const files: GeneratedFile[] = [];
      for (const { folder, entries, there } of folders) {
        const { definition, version } = entries[0];
        const { group } = definition;
        if (!there.some(({ path }) => path === `${folder}/doc.ts`)) {
          const goName = goNameOf({ group, names });
          const goNames = goName === undefined ? [] : [goName];
          files.push(docFile({ folder, view: { group, version: version.name, goNames }, render }));
        }
        const path = typesPath({ folder, entries, there });
        const taken = new Set(there.flatMap((file) => file.names));
        files.push(typesFile({ path, entries, taken, builtins, known, render }));
      }
      return { files, diagnostics };
    },
  };
}

/** The name in `+groupGoName`, the same in all versions of the group; it is noted in `names`. */
function goNameOf(input: {
  readonly group: string;
  readonly names: Map<string, string | undefined>;
}): string | undefined {
  const { group, names } = input;
  if (!names.has(group)) {
    const others = [...names].map(([name, goName]) => goName ?? name.split(".")[0] ?? "");
    names.set(group, freeGroupName({ group, others }));
    return names.get(group);
  }
  return names.get(group);
}

function clashOf(input: {
  readonly entry: ImportedVersion;
  readonly there: readonly ExistingFile[];
}): Diagnostic | undefined {
  const { entry, there } = input;
  const { kind, group } = entry.definition;
  const file = there.find(({ kinds }) => kinds.includes(kind));
  if (file === undefined) return undefined;
  const parameters = { kind, group, version: entry.version.name };
  const hint = `it is in ${file.path}`;
  return diagnostic("project/kind-exists", parameters, { span: entry.spanOf(), hint });
}

/** A type that is no kind and has the name of the kind, or of its list. */
function takenName(input: {
  readonly entry: ImportedVersion;
  readonly there: readonly ExistingFile[];
}): Diagnostic | undefined {
  const { entry, there } = input;
  const { kind, group, plural } = entry.definition;
  if (there.some(({ kinds }) => kinds.includes(kind))) return undefined;
  for (const type of [kind, `${kind}List`]) {
    const file = there.find(({ names }) => names.includes(type));
    if (file === undefined) continue;
    const parameters = { name: `${plural}.${group}`, group, version: entry.version.name, type };
    const hint = `it is in ${file.path}`;
    return diagnostic("import/name-taken", parameters, { span: entry.spanOf(), hint });
  }
  return undefined;
}

/** `types.ts`, or beside one that is there a file of the first kind. */
function typesPath(input: {
  readonly folder: string;
  readonly entries: readonly ImportedVersion[];
  readonly there: readonly ExistingFile[];
}): string {
  const { folder, entries, there } = input;
  const paths = new Set(there.map(({ path }) => path.toLowerCase()));
  const kind = entries[0]?.definition.kind.toLowerCase() ?? "";
  const names = ["types", kind, `${kind}_types`];
  const free = names.find((one) => !paths.has(`${folder}/${one}.ts`.toLowerCase()));
  return `${folder}/${free ?? `${kind}_imported`}.ts`;
}

function docFile(input: {
  readonly folder: string;
  readonly view: object;
  readonly render: Render;
}): GeneratedFile {
  const { folder, view, render } = input;
  const path = `${folder}/doc.ts`;
  const content = render.text({ template: `${name}/doc.ts`, path, generator: undefined, view });
  return { path, content, owner: "user" };
}

function typesFile(input: {
  readonly path: string;
  readonly entries: readonly ImportedVersion[];
  /** Names that other files of the folder declare. */
  readonly taken: ReadonlySet<string>;
  readonly builtins: Readonly<Record<BuiltinName, Schema>>;
  readonly known: readonly KnownType[];
  readonly render: Render;
}): GeneratedFile {
  const { path, entries, taken, builtins, render } = input;
  const identities = new Identities();
  const schemas = structs.map((one) => [one, schemaWithoutNulls(builtins[one])] as const);
  const known = new KnownTypes(input.known);
  const expressions = new Expressions({ identities, builtins: new Map(schemas), known });
  const typeMeta = builtins.TypeMeta;
  const kinds = entries.map(({ definition, version }) =>
    kindShape({ definition, version, expressions, identities, typeMeta }),
  );
  const declarations = declare({
    bodies: expressions.bodies(),
    taken: new Set([...taken, ...kinds.flatMap(({ kind }) => [kind, `${kind}List`])]),
    roots: kinds.map(({ members }) => members.map(({ type }) => type)),
  });
  const content = render.module({
    template: `${name}/types.ts`,
    path,
    generator: undefined,
    view: { blocks: blocksOf({ kinds, declarations }) },
  });
  return { path, content, owner: "user" };
}
