import type { GeneratedFile, Generator } from "../generator.js";
import { indexModel } from "../model/index.js";
import { deepCopyFile } from "../render/index.js";
import { fileFunctions } from "./file.js";
import { interfacesOf } from "./interfaces.js";
import { type FileView, runtime } from "./view.js";

const name = "deepcopy-gen";

/** Deep copy functions: `zz_generated.deepcopy.ts` beside the types of each version. */
export const deepCopyGen: Generator = {
  name,
  description: "Deep copy functions of the API types (+k8s:deepcopy-gen)",
  generate({ model, render }) {
    const index = indexModel(model);
    const interfacesIn = interfacesOf(index);
    const versions = index.versions.map(({ version }) => ({
      version,
      interfaces: interfacesIn(version),
    }));
    const implemented = new Set(
      versions.flatMap(({ interfaces }) =>
        interfaces.flatMap(({ declared }) => declared?.id ?? []),
      ),
    );
    const outputs = versions.map(({ version, interfaces }) => {
      const { functions, diagnostics } = fileFunctions({ index, version, interfaces, implemented });
      if (functions.length === 0) return { files: [], diagnostics };
      const path = deepCopyFile(version);
      const view: FileView = { runtime, functions };
      const template = `${name}/zz_generated.deepcopy.ts`;
      const content = render.module({ template, path, generator: name, view });
      const file: GeneratedFile = { path, content, owner: "tool" };
      return { files: [file], diagnostics };
    });
    return {
      files: outputs.flatMap((output) => output.files),
      diagnostics: outputs.flatMap((output) => output.diagnostics),
    };
  },
};
