import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import type { GeneratedFile, Generator, GeneratorInput, SharedInput } from "../generator.js";
import { versionInformerFile } from "../model/client-files.js";
import {
  type ApiVersion,
  type GroupOutline,
  indexModel,
  type VersionOutline,
} from "../model/index.js";
import { factoryMembers } from "../model/names/index.js";
import {
  factoryFile,
  factoryView,
  genericFile,
  genericView,
  informerKinds,
  versionView,
} from "./view.js";

const name = "informer-gen";

/** A factory of shared informers, and one file of informers for each group version. */
export const informerGen: Generator = {
  name,
  description:
    "Shared informers of the kinds that carry +genclient, and the factory that makes them",
  perClientset: true,
  generate(input) {
    if (!input.options.generators.includes("client-gen")) return { files: [], diagnostics: [] };
    const groups = withInformers(input.model.groups);
    return { files: versions({ input, groups }), diagnostics: [] };
  },
  generateShared(input) {
    const groups = withInformers(input.model.groups);
    if (groups.length === 0) return { files: [], diagnostics: [] };
    if (!input.options.generators.includes("client-gen")) {
      const parameters = { generator: name, other: "client-gen" };
      return { files: [], diagnostics: [diagnostic("generate/missing-generator", parameters)] };
    }
    return {
      files: [factory({ input, groups }), generic({ input, groups })],
      diagnostics: groups.flatMap(takenAccessor),
    };
  },
};

/** Groups and versions without anything to inform about are left out. */
function withInformers<V extends VersionOutline>(
  groups: readonly GroupOutline<V>[],
): readonly GroupOutline<V>[] {
  return groups
    .map((group) => ({
      ...group,
      versions: group.versions.filter((version) => informerKinds(version).length > 0),
    }))
    .filter((group) => group.versions.length > 0);
}

interface Context {
  readonly input: SharedInput;
  readonly groups: readonly GroupOutline[];
}

function factory({ input, groups }: Context): GeneratedFile {
  const { options } = input;
  const path = factoryFile(options.client);
  const view = factoryView({ options, groups });
  return moduleFile({ input, path, template: "factory.ts", view });
}

function generic({ input, groups }: Context): GeneratedFile {
  const { client } = input.options;
  const path = genericFile(client);
  const view = genericView({ client, groups });
  return moduleFile({ input, path, template: "generic.ts", view });
}

function versions({
  input,
  groups,
}: {
  readonly input: GeneratorInput;
  readonly groups: readonly { readonly versions: readonly ApiVersion[] }[];
}): readonly GeneratedFile[] {
  const { options, model } = input;
  const types = indexModel(model).types;
  return groups
    .flatMap((group) => group.versions)
    .map((version) => {
      const path = versionInformerFile({ client: options.client, version });
      const view = versionView({ options, types, version });
      return moduleFile({ input, path, template: "version.ts", view });
    });
}

function moduleFile(file: {
  readonly input: Pick<SharedInput, "render">;
  readonly path: string;
  readonly template: string;
  readonly view: object;
}): GeneratedFile {
  const { input, path, view } = file;
  const template = `${name}/${file.template}`;
  const content = input.render.module({ template, path, generator: name, view });
  return { path, content, owner: "tool" };
}

function takenAccessor(group: GroupOutline): readonly Diagnostic[] {
  if (!factoryMembers.has(group.accessor)) return [];
  const span = group.versions[0]?.span;
  return [
    diagnostic(
      "generate/factory-member",
      { group: group.name, accessor: group.accessor },
      { span },
    ),
  ];
}
