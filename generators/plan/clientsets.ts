import { type Diagnostic, diagnostic, didYouMean } from "../diagnostics/index.js";
import { groupVersionName, hasClients, isClientKind } from "../model/client-files.js";
import type {
  ApiModel,
  FileSyntax,
  GroupOutline,
  Kind,
  ModelOutline,
  VersionOutline,
} from "../model/index.js";
import { linkExpansions } from "../model/link/index.js";
import { groupFolderOf } from "../model/names/index.js";
import type { ClientsetConfig, ProjectConfig } from "../options/config.js";
import { clientFolders } from "./client-folders.js";
import { offsetOfItem, spanOfKey } from "./config-place.js";

/** A further clientset, as the generators of clients see it: a project whose other kinds have no clients. */
export interface ClientsetModel {
  readonly model: ApiModel;
  readonly config: ProjectConfig;
}

/** The further clientsets that crd-project.json asks for, of a project or of a part of it. */
export function clientsetModels(input: {
  /** Without expansions. */
  readonly model: ApiModel;
  readonly config: ProjectConfig;
  readonly expansions: readonly FileSyntax[];
  readonly report: (diagnostic: Diagnostic) => void;
}): readonly ClientsetModel[] {
  const { model, config, report } = input;
  return config.clientsets.map((clientset) => {
    const { client, clientsetName, fake = config.fake } = clientset;
    const own = { ...model, groups: narrowed({ groups: model.groups, clientset }) };
    const expansions = expansionsOf({ ...input, client });
    return {
      model: linkExpansions({ model: own, client, expansions, report }),
      config: { ...config, client, clientsetName, fake },
    };
  });
}

/** The further clientsets of a whole project, as what all groups share is made from. */
export function clientsetOutlines(input: {
  readonly model: ModelOutline;
  readonly config: ProjectConfig;
}): readonly { readonly model: ModelOutline; readonly config: ProjectConfig }[] {
  const { model, config } = input;
  return config.clientsets.map((clientset) => {
    const { client, clientsetName, fake = config.fake } = clientset;
    return {
      model: { groups: narrowed({ groups: model.groups, clientset }) },
      config: { ...config, client, clientsetName, fake },
    };
  });
}

/** What crd-project.json names in its clientsets and is not there. */
export function clientsetProblems(input: {
  readonly model: ModelOutline;
  readonly config: ProjectConfig;
  /** Text of crd-project.json, for places. */
  readonly text: string;
}): readonly Diagnostic[] {
  const { model, config, text } = input;
  return config.clientsets.flatMap((clientset, index) => {
    const { client } = clientset;
    const from = offsetOfItem({ text, list: "clientsets", index });
    const found: Diagnostic[] = [];
    if (client === config.client) {
      const problem = "the project's own clients are there already";
      const span = spanOfKey({ text, key: client, from });
      found.push(diagnostic("project/config-invalid", { path: "clientsets", problem }, { span }));
    }
    for (const problem of problemsOf({ model, clientset })) {
      const { name, hint } = problem;
      const span = spanOfKey({ text, key: name, from });
      found.push(diagnostic("project/clientset-input", { client, name }, { span, hint }));
    }
    return found;
  });
}

/** The expansions in the folder of a clientset, those of one whose folder lies inside left out. */
export function expansionsOf(input: {
  readonly client: string;
  readonly config: Pick<ProjectConfig, "client" | "clientsets">;
  readonly expansions: readonly FileSyntax[];
}): readonly FileSyntax[] {
  const { client, config, expansions } = input;
  const inner = clientFolders(config).filter((folder) => folder.startsWith(`${client}/`));
  return expansions.filter(
    ({ path }) =>
      path.startsWith(`${client}/`) && !inner.some((folder) => path.startsWith(`${folder}/`)),
  );
}

/** Groups with clients of the chosen kinds only; types and kinds stay, for what refers to them. */
function narrowed<V extends VersionOutline>(input: {
  readonly groups: readonly GroupOutline<V>[];
  readonly clientset: ClientsetConfig;
}): readonly GroupOutline<V>[] {
  const { groups, clientset } = input;
  return groups.map((group) => ({
    ...group,
    versions: group.versions.map((version) => ({
      ...version,
      kinds: version.kinds.map((kind) =>
        isIncluded({ clientset, version, kind })
          ? kind
          : { ...kind, client: undefined, leftOut: true as const },
      ),
    })),
  }));
}

function isIncluded(input: {
  readonly clientset: ClientsetConfig;
  readonly version: VersionOutline;
  readonly kind: Kind;
}): boolean {
  const { clientset, version, kind } = input;
  const name = nameOf(version);
  const overrides = clientset.includedTypesOverrides.filter((type) => versionOf(type) === name);
  return (
    isChosen({ clientset, version }) &&
    (overrides.length === 0 || overrides.includes(`${name}/${kind.kind}`))
  );
}

function isChosen(input: {
  readonly clientset: ClientsetConfig;
  readonly version: VersionOutline;
}): boolean {
  const { clientset, version } = input;
  const names = [nameOf(version), groupFolderOf(version.group)];
  return clientset.input?.some((each) => names.includes(each)) ?? true;
}

interface Problem {
  readonly name: string;
  readonly hint: string | undefined;
}

function problemsOf(input: {
  readonly model: ModelOutline;
  readonly clientset: ClientsetConfig;
}): readonly Problem[] {
  const { model, clientset } = input;
  const { input: inputs = [], includedTypesOverrides } = clientset;
  const versions = model.groups.flatMap((group) => group.versions);
  const withClients = versions.filter(
    (version) => hasClients(version) && version.kinds.some(isClientKind),
  );
  const candidates = new Set(versions.flatMap((each) => [groupFolderOf(each.group), nameOf(each)]));
  const useful = new Set(withClients.flatMap((each) => [groupFolderOf(each.group), nameOf(each)]));
  return [
    ...inputs.flatMap((name): readonly Problem[] => {
      if (useful.has(name)) return [];
      const hint = candidates.has(name)
        ? "no kind of it has a client"
        : (didYouMean({ word: name, candidates }) ?? `there are: ${[...useful].join(", ")}`);
      return [{ name, hint }];
    }),
    ...includedTypesOverrides.flatMap((name) => typeProblem({ clientset, versions, name })),
  ];
}

function typeProblem(input: {
  readonly clientset: ClientsetConfig;
  readonly versions: readonly VersionOutline[];
  readonly name: string;
}): readonly Problem[] {
  const { clientset, versions, name } = input;
  const version = versions.find((each) => nameOf(each) === versionOf(name));
  const kind = version?.kinds.find((each) => name === `${nameOf(version)}/${each.kind}`);
  if (version === undefined || kind === undefined) {
    const candidates = versions.flatMap((each) =>
      each.kinds.filter(isClientKind).map((one) => `${nameOf(each)}/${one.kind}`),
    );
    const hint = didYouMean({ word: name, candidates }) ?? "write it as <group>/<version>/<Kind>";
    return [{ name, hint }];
  }
  if (!isClientKind(kind)) return [{ name, hint: `'${kind.kind}' has no '+genclient'` }];
  if (isChosen({ clientset, version })) return [];
  return [{ name, hint: `add '${nameOf(version)}' to 'input'` }];
}

/** `example.com/v1`; `core/v1` in the core group. */
function nameOf(version: VersionOutline): string {
  return groupVersionName({ ...version, group: groupFolderOf(version.group) });
}

/** `example.com/v1` of `example.com/v1/Database`. */
function versionOf(type: string): string {
  return type.slice(0, Math.max(0, type.lastIndexOf("/")));
}
