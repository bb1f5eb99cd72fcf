import type { GeneratedFile, Generator, GeneratorInput, SharedInput } from "../generator.js";
import {
  clientKinds,
  clientsetFile,
  fakeClientsetFile,
  hasClients,
  versionClientFile,
} from "../model/client-files.js";
import {
  type ApiVersion,
  type GroupOutline,
  indexModel,
  type ModelIndex,
  type VersionOutline,
} from "../model/index.js";
import { takenAccessors } from "./accessors.js";
import { fakeClientsetView } from "./fake-view.js";
import { unservedClients } from "./unserved.js";
import { clientsetView, hasSchemas, versionView } from "./view.js";

const name = "client-gen";

/** Typed clients: a clientset, and one file of clients for each group version. */
export const clientGen: Generator = {
  name,
  description:
    "Typed clients of the kinds that carry +genclient, and the clientset that holds them",
  perClientset: true,
  generate(input) {
    const index = indexModel(input.model);
    const versions = withClients(input.model.groups).flatMap((group) => group.versions);
    const files = versions.map((version) => versionFile({ input, index, version }));
    const diagnostics = versions.flatMap((version) =>
      unservedClients({ types: index.types, version }),
    );
    return { files, diagnostics };
  },
  generateShared(input) {
    const groups = withClients(input.model.groups);
    const versions = groups.flatMap((group) => group.versions);
    if (versions.length === 0) return { files: [], diagnostics: [] };
    const fakes = input.options.fake ? [fakeClientset({ input, versions })] : [];
    return { files: [clientset({ input, groups }), ...fakes], diagnostics: takenAccessors(groups) };
  },
};

/** Groups and versions without kinds that have clients are left out. */
function withClients<V extends VersionOutline>(
  groups: readonly GroupOutline<V>[],
): readonly GroupOutline<V>[] {
  return groups
    .map((group) => ({
      ...group,
      versions: group.versions.filter(
        (version) => hasClients(version) && clientKinds(version).length > 0,
      ),
    }))
    .filter((group) => group.versions.length > 0);
}

function clientset(context: {
  readonly input: SharedInput;
  readonly groups: readonly GroupOutline[];
}): GeneratedFile {
  const { input, groups } = context;
  const { options } = input;
  const path = clientsetFile(options.client);
  const view = clientsetView({ options, groups });
  const template = `${name}/clientset.ts`;
  const content = input.render.module({ template, path, generator: name, view });
  return { path, content, owner: "tool" };
}

function fakeClientset(context: {
  readonly input: SharedInput;
  readonly versions: readonly VersionOutline[];
}): GeneratedFile {
  const { input, versions } = context;
  const { options, model } = input;
  const path = fakeClientsetFile(options.client);
  const view = fakeClientsetView({ options, groups: model.groups, versions });
  const template = `${name}/fake/clientset.ts`;
  const content = input.render.module({ template, path, generator: name, view });
  return { path, content, owner: "tool" };
}

function versionFile(context: {
  readonly input: GeneratorInput;
  readonly index: ModelIndex;
  readonly version: ApiVersion;
}): GeneratedFile {
  const { input, index, version } = context;
  const { client, generators } = input.options;
  const apply = {
    client,
    versionOf: index.versionOf,
    enabled: generators.includes("applyconfiguration-gen"),
  };
  const path = versionClientFile({ client, version });
  const view = versionView({
    types: index.types,
    apply,
    version,
    decodes: hasSchemas(input.options),
  });
  const template = `${name}/version.ts`;
  const content = input.render.module({ template, path, generator: name, view });
  return { path, content, owner: "tool" };
}
