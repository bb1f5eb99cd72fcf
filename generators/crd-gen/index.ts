import { hasErrors } from "../diagnostics/index.js";
import type { GeneratedFile, Generator, MadeDefinition } from "../generator.js";
import type { ProjectConfig } from "../options.js";
import { headerComments, headerLine } from "../render/index.js";
import { asDefinition } from "./crd.js";
import { type Definition, makeDefinitions } from "./definitions.js";
import { hasDefinitions } from "./kinds.js";
import { groupModule, indexModule } from "./modules.js";

const generator = "crd-gen";

/**
 * Generates a CustomResourceDefinition for every kind: one YAML file a kind, all its versions in it, as
 * controller-gen writes it; and the same as TypeScript, one file a group and one for all of them.
 */
export const crdGen: Generator = {
  name: generator,
  description: "CustomResourceDefinitions from the API types (controller-gen crd)",
  generate({ model, options, render, headers }) {
    const { maxDescLen, year } = options.crd;
    const { definitions, diagnostics } = makeDefinitions({ model, maxDescLen });
    const header = headerComments({ text: headers?.crd ?? "", year });
    const modules = options.crd.modules
      ? model.groups
          .filter(hasDefinitions)
          .map((group) => groupModule({ group, definitions, render, generator }))
      : [];
    return {
      files: [...filesOf({ definitions, options, header }), ...modules],
      diagnostics,
      // What the API server would refuse cannot be worked with.
      definitions: hasErrors(diagnostics) ? [] : definitions.map(madeOf),
    };
  },
  generateShared({ model, options, render }) {
    const groups = model.groups.filter(hasDefinitions);
    const isWritten = options.crd.modules && groups.length > 0;
    const files = isWritten ? [indexModule({ groups, options, render, generator })] : [];
    return { files, diagnostics: [] };
  },
};

function madeOf({ kind, crd }: Definition): MadeDefinition {
  return { definition: asDefinition(crd), types: kind.versions.map(({ type }) => type) };
}

/** A file for each definition, or one for those of a group. */
function filesOf(input: {
  readonly definitions: readonly Definition[];
  readonly options: Pick<ProjectConfig, "crds" | "crd">;
  readonly header: string;
}): readonly GeneratedFile[] {
  const { definitions, options, header } = input;
  const byPath = new Map<string, string[]>();
  for (const { kind, yaml } of definitions) {
    const name = options.crd.bundle ? "crds" : kind.stored.kind.plural;
    const path = `${options.crds}/${kind.group}_${name}.yaml`;
    byPath.set(path, [...(byPath.get(path) ?? []), yaml]);
  }
  return [...byPath].map(([path, documents]) => ({
    path,
    content: `${headerLine({ path, generator })}\n${header}${documents.join("")}`,
    owner: "tool",
  }));
}
