import type { Generator } from "../generator.js";
import { indexModel, isValidated } from "../model/index.js";
import { validationsFile } from "../render/index.js";
import { fileView } from "./file.js";
import { planValidation } from "./plans.js";

const name = "validation-gen";

/** Validation functions: `zz_generated.validations.ts` beside the types of each version that asks for them. */
export const validationGen: Generator = {
  name,
  description:
    "Functions that validate objects by the +k8s: tags of their types (+k8s:validation-gen)",
  generate({ model, options, render }) {
    const { generators, importExtension } = options;
    const plans = planValidation({ index: indexModel(model), generators, importExtension });
    const template = `${name}/zz_generated.validations.ts`;
    const versions = plans.index.versions.map(({ version }) => version).filter(isValidated);
    return {
      files: versions.map((version) => {
        const path = validationsFile(version);
        const view = fileView({ plans, version });
        const content = render.module({ template, path, generator: name, view });
        return { path, content, owner: "tool" };
      }),
      diagnostics: plans.diagnostics,
    };
  },
};
