import type { Generator } from "../generator.js";
import { lifecycleFile } from "../render/index.js";
import { lifecycleView } from "./view.js";

const name = "prerelease-lifecycle-gen";

/**
 * In which releases the kinds of a version came, are deprecated and go: `zz_generated.prerelease-lifecycle.ts` beside the
 * types of each version that asks for it. The mistakes are found in the model, for clients say the same.
 */
export const prereleaseLifecycleGen: Generator = {
  name,
  description:
    "Releases in which kinds came, are deprecated and go (+k8s:prerelease-lifecycle-gen)",
  generate({ model, render }) {
    const versions = model.groups
      .flatMap((group) => group.versions)
      .filter((version) => version.types.some(({ lifecycle }) => lifecycle !== undefined));
    const files = versions.map((version) => {
      const path = lifecycleFile(version);
      const template = `${name}/zz_generated.prerelease-lifecycle.ts`;
      const view = lifecycleView(version);
      const content = render.module({ template, path, generator: name, view });
      return { path, content, owner: "tool" as const };
    });
    return { files, diagnostics: [] };
  },
};
