import type { Generator } from "../generator.js";
import type { ProjectAnswers } from "../options/answers.js";
import { projectView } from "./view.js";

export { type PackageManagerCommands, packageManagerCommands } from "./commands.js";

const name = "project-gen";

/**
 * The files of a new project around its API: one for each template of templates/project, which is the project as a
 * folder. All of them belong to the user.
 */
export function projectGen(request: {
  readonly answers: ProjectAnswers;
  /** Names of the templates: `project/src/main.ts`. */
  readonly templates: readonly string[];
  /** Version of this tool and, since they are released together, of crd-runtime. */
  readonly toolVersion: string;
}): Generator {
  return {
    name,
    description: "A new project around an API: package, compiler settings, CI and a program",
    generate({ model, options, render }) {
      const view = projectView({ ...request, model, options });
      const files = request.templates.map((template) => {
        const path = template.slice(template.indexOf("/") + 1);
        const content = render.text({ template, path, generator: undefined, view });
        return { path, content, owner: "user" as const };
      });
      return { files, diagnostics: [] };
    },
  };
}
