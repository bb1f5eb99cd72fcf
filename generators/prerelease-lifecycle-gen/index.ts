import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import type { Generator } from "../generator.js";
import { groupVersionName } from "../model/client-files.js";
import type { ApiVersion } from "../model/index.js";
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
    const all = model.groups.flatMap((group) => group.versions);
    const versions = all.filter((version) =>
      version.types.some(({ lifecycle }) => lifecycle !== undefined),
    );
    const files = versions.map((version) => {
      const path = lifecycleFile(version);
      const template = `${name}/zz_generated.prerelease-lifecycle.ts`;
      const view = lifecycleView(version);
      const content = render.module({ template, path, generator: name, view });
      return { path, content, owner: "tool" as const };
    });
    const others = all.filter((version) => !versions.includes(version));
    return { files, diagnostics: others.flatMap(askedInVain) };
  },
};

function askedInVain(version: ApiVersion): readonly Diagnostic[] {
  return version.tags
    .filter((tag) => tag.name === "k8s:prerelease-lifecycle-gen" && tag.value === "true")
    .map(({ span }) =>
      diagnostic("generate/no-lifecycle", { version: groupVersionName(version) }, { span }),
    );
}
