import type { Generator } from "../generator.js";
import { versionApplyConfigurationFile } from "../model/client-files.js";
import { indexModel } from "../model/index.js";
import { reachedStructs } from "./structs.js";
import { structView, versionRuntime } from "./view.js";

const name = "applyconfiguration-gen";

/** Apply configurations: one file for each group version, with the types that are reached from what is applied. */
export const applyConfigurationGen: Generator = {
  name,
  description:
    "Apply configurations, which server-side apply sends, of the kinds that carry +genclient, and of all types in them",
  perClientset: true,
  generate({ model, options, render }) {
    const index = indexModel(model);
    const structs = reachedStructs({ index, client: options.client });
    const files = index.versions.flatMap(({ version }) => {
      const reached = structs.get(version) ?? [];
      if (reached.length === 0) return [];
      const path = versionApplyConfigurationFile({ client: options.client, version });
      const view = {
        runtime: versionRuntime,
        structs: reached.map((struct) => structView({ struct, version })),
      };
      const content = render.module({
        template: `${name}/version.ts`,
        path,
        generator: name,
        view,
      });
      return [{ path, content, owner: "tool" as const }];
    });
    return { files, diagnostics: [] };
  },
};
