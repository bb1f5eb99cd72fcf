import type { GeneratedFile } from "../generator.js";
import { type ApiGroup, type GroupOutline, lowerCamel } from "../model/index.js";
import type { ProjectConfig } from "../options.js";
import {
  apiextensionsType,
  apiextensionsValue,
  crdFile,
  crdIndexFile,
  fileValue,
  type ImportSymbol,
  literal,
  type Render,
} from "../render/index.js";
import type { CustomResourceDefinition, VersionedKind } from "./crd.js";

const runtime = {
  CRDClient: apiextensionsType("CRDClient"),
  CreateOrUpdateCRDsOptions: apiextensionsType("CreateOrUpdateCRDsOptions"),
  CustomResourceDefinition: apiextensionsType("CustomResourceDefinition"),
  InstalledCRD: apiextensionsType("InstalledCRD"),
  // The function that is generated has its name.
  createOrUpdateCRDs: { ...apiextensionsValue("createOrUpdateCRDs"), alias: "createOrUpdate" },
} as const;

/** `zz_generated.crd.ts` of a group. */
interface GroupView {
  readonly runtime: typeof runtime;
  readonly group: string;
  /** `exampleCRDs`. */
  readonly list: string;
  /** In the order of the YAML files. */
  readonly definitions: readonly {
    /** `databaseCRD`. */
    readonly constant: string;
    readonly kind: string;
    /** `databases.example.com`. */
    readonly name: string;
    /** The definition, as it stands behind the equals sign. */
    readonly value: string;
  }[];
}

/** `zz_generated.crd.ts` of a project. */
interface IndexView {
  readonly runtime: typeof runtime;
  readonly lists: readonly ImportSymbol[];
}

/** The definitions of a group as constants that TypeScript checks. */
export function groupModule(input: {
  readonly group: ApiGroup;
  /** Of any groups. */
  readonly definitions: readonly {
    readonly kind: VersionedKind;
    readonly crd: CustomResourceDefinition;
  }[];
  readonly render: Render;
  readonly generator: string;
}): GeneratedFile {
  const { group, render, generator } = input;
  const view: GroupView = {
    runtime,
    group: group.name,
    list: listName(group),
    definitions: input.definitions
      .filter(({ kind }) => kind.group === group.name)
      .map(({ kind, crd }) => ({
        constant: `${lowerCamel(kind.stored.kind.kind)}CRD`,
        kind: kind.stored.kind.kind,
        name: crd.metadata.name,
        value: literal(crd),
      })),
  };
  const path = crdFile(group);
  const content = render.module({ template: `${generator}/group.ts`, path, generator, view });
  return { path, content, owner: "tool" };
}

/** The definitions of all groups, and the function that brings them to a server. */
export function indexModule(input: {
  readonly groups: readonly GroupOutline[];
  readonly options: Pick<ProjectConfig, "apis">;
  readonly render: Render;
  readonly generator: string;
}): GeneratedFile {
  const { groups, options, render, generator } = input;
  const lists = groups.map((group) => fileValue({ name: listName(group), path: crdFile(group) }));
  const view: IndexView = { runtime, lists };
  const path = crdIndexFile(options);
  const content = render.module({ template: `${generator}/index.ts`, path, generator, view });
  return { path, content, owner: "tool" };
}

function listName({ accessor }: GroupOutline): string {
  return `${accessor}CRDs`;
}
