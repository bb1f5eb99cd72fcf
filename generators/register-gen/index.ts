import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import type { GeneratedFile, Generator, GeneratorInput } from "../generator.js";
import type { ApiVersion } from "../model/index.js";
import { deepCopySymbol } from "../render/index.js";
import { registerView } from "./view.js";

const name = "register-gen";

/**
 * Registration of the types that carry `interfaces=runtime.Object` in a scheme:
 * `zz_generated.register.ts` in each version that has such types, unless `+k8s:register-gen=false` says otherwise.
 */
export const registerGen: Generator = {
  name,
  description: "Group, version and addToScheme of each API version",
  generate({ model, options, render }) {
    const versions = model.groups
      .flatMap((group) => group.versions)
      .filter((version) => !isOff(version))
      .filter((version) => version.types.some((type) => type.deepCopy.runtimeObject));
    const generated = versions.filter((version) => version.handWrittenRegister === undefined);
    if (!options.generators.includes("deepcopy-gen") && generated.some(usesGeneratedCopies)) {
      const parameters = { generator: name, other: "deepcopy-gen" };
      return { files: [], diagnostics: [diagnostic("generate/missing-generator", parameters)] };
    }
    return {
      files: generated.map((version) => registerFile({ version, options, render })),
      diagnostics: versions.flatMap((version) => [
        ...handWritten(version),
        ...typesWithoutCopy(version),
      ]),
    };
  },
};

function isOff({ tags }: ApiVersion): boolean {
  return tags.some(({ name, value }) => name === "k8s:register-gen" && value === "false");
}

function usesGeneratedCopies(version: ApiVersion): boolean {
  return version.types.some(
    ({ deepCopy }) => deepCopy.runtimeObject && deepCopy.handWritten === undefined,
  );
}

function registerFile(
  input: Pick<GeneratorInput, "options" | "render"> & { readonly version: ApiVersion },
): GeneratedFile {
  const { version, options, render } = input;
  const path = `${version.directory}/zz_generated.register.ts`;
  const template = `${name}/zz_generated.register.ts`;
  const view = registerView({ version, generators: options.generators });
  const content = render.module({ template, path, generator: name, view });
  return { path, content, owner: "tool" };
}

function handWritten(version: ApiVersion): readonly Diagnostic[] {
  const { handWrittenRegister: file, span } = version;
  if (file === undefined) return [];
  const parameters = { version: `${version.group}/${version.version}`, file };
  return [diagnostic("generate/hand-written-register", parameters, { span })];
}

function typesWithoutCopy(version: ApiVersion): readonly Diagnostic[] {
  return version.types
    .filter((type) => type.deepCopy.runtimeObject)
    .filter((type) => deepCopySymbol({ version, type }) === undefined)
    .map((type) =>
      diagnostic("generate/no-copy-for-scheme", { type: type.name }, { span: type.span }),
    );
}
