import type { Generator } from "../generator.js";
import { clientKinds, hasLister, hasListers, versionListerFile } from "../model/client-files.js";
import { indexModel } from "../model/index.js";
import { listersView } from "./view.js";

const name = "lister-gen";

/** Listers: one file for each group version, with the kinds that have the verb list. */
export const listerGen: Generator = {
  name,
  description: "Listers, which read the caches of informers, of the kinds that carry +genclient",
  perClientset: true,
  generate({ model, options, render }) {
    const types = indexModel(model).types;
    const versions = model.groups
      .flatMap((group) => group.versions)
      .filter((version) => hasListers(version) && clientKinds(version).some(hasLister));
    const files = versions.map((version) => {
      const path = versionListerFile({ client: options.client, version });
      const view = listersView({ types, version });
      const content = render.module({
        template: `${name}/version.ts`,
        path,
        generator: name,
        view,
      });
      return { path, content, owner: "tool" as const };
    });
    return { files, diagnostics: [] };
  },
};
