import type { ApiModel, ApiVersion, Kind } from "../model/index.js";
import { lookUpType, typeTable } from "../model/type-table.js";
import type { ProjectAnswers } from "../options/answers.js";
import type { ProjectConfig } from "../options/config.js";
import { packageManagerCommands } from "./commands.js";

/** What the templates of a project print. */
export function projectView(input: {
  readonly answers: ProjectAnswers;
  readonly toolVersion: string;
  readonly model: ApiModel;
  readonly options: ProjectConfig;
}): object {
  const { answers, toolVersion, model, options } = input;
  const version = versionOf(input);
  const fakeAlias = fakeAliasOf(version);
  const kinds = version.kinds.map((kind) => ({
    ...kindView({ model, version, kind }),
    fake: options.fake,
    fakeAlias,
  }));
  return {
    name: answers.name,
    description: answers.description,
    group: answers.group,
    version: answers.version,
    directory: version.directory,
    client: options.client,
    crds: options.crds,
    rbac: options.rbac.folder,
    resources: version.kinds.map(({ plural }) => plural).join(";"),
    fake: options.fake,
    fakeAlias,
    samples: options.samples,
    versionAccessor: version.accessor,
    kinds,
    anyNamespaced: kinds.some(({ namespaced }) => namespaced),
    kindNames: listing(version.kinds.map(({ kind }) => `\`${kind}\``)),
    typeNames: version.kinds.map(({ kind }) => kind).join(", "),
    copyNames: kinds.map(({ deepCopyName }) => deepCopyName).join(", "),
    commands: packageManagerCommands(answers.packageManager),
    json: {
      name: JSON.stringify(answers.name),
      description: JSON.stringify(answers.description),
      toolVersion: JSON.stringify(toolVersion),
      apis: JSON.stringify(options.apis),
      client: JSON.stringify(options.client),
      crds: JSON.stringify(options.crds),
      importExtension: JSON.stringify(options.importExtension),
      fake: JSON.stringify(options.fake),
    },
  };
}

/** The API version that the project starts with. */
function versionOf(input: {
  readonly answers: ProjectAnswers;
  readonly model: ApiModel;
}): ApiVersion {
  const { answers, model } = input;
  const version = model.groups
    .flatMap(({ versions }) => versions)
    .find((one) => one.group === answers.group && one.version === answers.version);
  if (version === undefined) {
    throw new Error(`the model has no ${answers.group}/${answers.version}`);
  }
  return version;
}

function kindView(input: {
  readonly model: ApiModel;
  readonly version: ApiVersion;
  readonly kind: Kind;
}) {
  const { model, version, kind } = input;
  return {
    kind: kind.kind,
    group: version.group,
    version: version.version,
    versionAccessor: version.accessor,
    accessor: kind.client?.accessor ?? kind.plural,
    pluralName: kind.pluralName,
    namespaced: kind.scope === "Namespaced",
    deepCopyName: lookUpType({ types: typeTable(model), id: kind.type }).deepCopyName,
  };
}

/** What the tests call FakeClientset when a kind has that name; undefined when none has. */
function fakeAliasOf({ kinds }: ApiVersion): string | undefined {
  const taken = new Set(kinds.map(({ kind }) => kind));
  let name = "FakeClientset";
  while (taken.has(name)) name = `Fake${name}`;
  return name === "FakeClientset" ? undefined : name;
}

/** `a`, `a and b`, `a, b and c`. */
function listing(words: readonly string[]): string {
  const [last = "", ...others] = words.toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(", ")} and ${last}`;
}
