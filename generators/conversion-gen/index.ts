import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import type { Generator } from "../generator.js";
import { type ApiVersion, indexModel } from "../model/index.js";
import { conversionFile } from "../render/index.js";
import { convertedPair, explicitKinds, missingConversion } from "./file.js";
import { Conversions, nameOf } from "./pairs.js";
import { Scope } from "./scope.js";
import { type FileView, runtime } from "./view.js";

const name = "conversion-gen";

/** Conversions between versions: `zz_generated.conversion.ts` beside the types of each version that asks for them. */
export const conversionGen: Generator = {
  name,
  description: "Functions that convert objects between versions (+k8s:conversion-gen)",
  generate({ model, options, render }) {
    const index = indexModel(model);
    const conversions = new Conversions(index);
    const versions = index.versions
      .map(({ version }) => version)
      .filter(({ peers }) => peers !== undefined);
    const outputs = versions.map((version) =>
      versionOutput({ conversions, version, extension: options.importExtension }),
    );
    const copies = outputs.some(({ usesGeneratedCopies }) => usesGeneratedCopies);
    if (copies && !options.generators.includes("deepcopy-gen")) {
      const parameters = { generator: name, other: "deepcopy-gen" };
      return { files: [], diagnostics: [diagnostic("generate/missing-generator", parameters)] };
    }
    const template = `${name}/zz_generated.conversion.ts`;
    return {
      files: outputs.map(({ path, view }) => {
        const content = render.module({ template, path, generator: name, view });
        return { path, content, owner: "tool" };
      }),
      diagnostics: [
        ...outputs.flatMap(({ diagnostics }) => diagnostics),
        ...conversions
          .unused()
          .map((one) =>
            diagnostic(
              "generate/unused-conversion-function",
              { function: one.name },
              { span: one.span },
            ),
          ),
      ],
    };
  },
};

function versionOutput(input: {
  readonly conversions: Conversions;
  readonly version: ApiVersion;
  readonly extension: string;
}): {
  readonly path: string;
  readonly view: FileView;
  readonly diagnostics: readonly Diagnostic[];
  readonly usesGeneratedCopies: boolean;
} {
  const { conversions, version, extension } = input;
  const scope = new Scope(input);
  const pairs = conversions.pairs
    .filter((pair) => pair.version === version)
    .map((pair) => convertedPair({ conversions, scope, pair }));
  const missing = pairs.flatMap(({ unsolved }) => unsolved ?? []);
  const unwritten = new Set(missing.map(({ pair }) => nameOf(pair)));
  const kinds = [
    ...pairs.flatMap((pair) => pair.kinds),
    ...explicitKinds({ conversions, scope, version }),
  ];
  const functions = pairs.flatMap((pair) => pair.functions);
  return {
    path: conversionFile(version),
    view: { runtime, kinds, functions },
    diagnostics: missing.map((unsolved) =>
      missingConversion({ scope, unsolved, unwritten, extension }),
    ),
    usesGeneratedCopies: scope.usesGeneratedCopies,
  };
}
