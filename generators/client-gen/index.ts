import type { GeneratedFile, Generator, GeneratorInput } from "../generator.js";
import {
  clientKinds,
  clientsetFile,
  fakeClientsetFile,
  versionClientFile,
} from "../model/client-files.js";
import { type ApiVersion, indexModel, type ModelIndex } from "../model/index.js";
import { fakeClientsetView } from "./fake-view.js";
import { clientsetView, versionView } from "./view.js";

const name = "client-gen";

/** Typed clients: a clientset, and one file of clients for each group version. */
export const clientGen: Generator = {
  name,
  description:
    "Typed clients of the kinds that carry +genclient, and the clientset that holds them",
  generate(input) {
    const index = indexModel(input.model);
    const versions = input.model.groups
      .flatMap((group) => group.versions)
      .filter((version) => clientKinds(version).length > 0);
    if (versions.length === 0) return { files: [], diagnostics: [] };
    const files = versions.map((version) => versionFile({ input, index, version }));
    const fakes = input.options.fake ? [fakeClientset({ input, versions })] : [];
    return { files: [clientset({ input, versions }), ...files, ...fakes], diagnostics: [] };
  },
};

function clientset(context: {
  readonly input: GeneratorInput;
  readonly versions: readonly ApiVersion[];
}): GeneratedFile {
  const { input, versions } = context;
  const { client } = input.options;
  const path = clientsetFile(client);
  const view = clientsetView({ client, versions });
  const template = `${name}/clientset.ts`;
  const content = input.render.module({ template, path, generator: name, view });
  return { path, content, owner: "tool" };
}

function fakeClientset(context: {
  readonly input: GeneratorInput;
  readonly versions: readonly ApiVersion[];
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
  const view = versionView({ types: index.types, apply, version });
  const template = `${name}/version.ts`;
  const content = input.render.module({ template, path, generator: name, view });
  return { path, content, owner: "tool" };
}
