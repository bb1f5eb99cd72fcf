import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import type { Generator } from "../generator.js";
import { type ApiVersion, indexModel, type ModelIndex, type TypeId } from "../model/index.js";
import { defaultsFile } from "../render/index.js";
import { endlessDefaults } from "./endless.js";
import { fileView } from "./file.js";
import { defaultedTypes, heldTypes } from "./reach.js";

const name = "defaulter-gen";

/** Default functions: `zz_generated.defaults.ts` beside the types of each version that asks for them. */
export const defaulterGen: Generator = {
  name,
  description: "Functions that fill in defaults (+k8s:defaulter-gen, +default)",
  generate({ model, render }) {
    const index = indexModel(model);
    const versions = index.versions.map(({ version }) => version);
    const asked = versions.some((version) => version.defaulted);
    const defaulted: ReadonlySet<TypeId> = asked ? defaultedTypes(index.types) : new Set();
    const template = `${name}/zz_generated.defaults.ts`;
    return {
      files: versions
        .filter((version) => version.defaulted)
        .map((version) => {
          const path = defaultsFile(version);
          const view = fileView({ index, version, defaulted });
          const content = render.module({ template, path, generator: name, view });
          return { path, content, owner: "tool" };
        }),
      diagnostics: [
        ...unusedFunctions(index),
        ...versions.flatMap((version) => pointless({ version, defaulted })),
        ...endlessDefaults({ types: index.types, roots: rootsOf(index) }),
      ],
    };
  },
};

/** The types that ask for a function. */
function rootsOf({ types }: ModelIndex): readonly TypeId[] {
  return [...types.values()].filter((type) => type.defaulting.root).map((type) => type.id);
}

/** Functions that no generated one calls, because no type that holds theirs asks for defaults. */
function unusedFunctions(index: ModelIndex): readonly Diagnostic[] {
  const { types, versionOf } = index;
  const all = [...types.values()];
  const held = heldTypes({ types, roots: rootsOf(index) });
  return all
    .filter((type) => !held.has(type.id))
    .flatMap((type) => {
      const { complete, functions } = type.defaulting;
      const asked = versionOf.get(type.id)?.defaulted === true;
      const hint = asked ? undefined : "add '// +k8s:defaulter-gen=TypeMeta' to doc.ts";
      return [...functions, ...(complete === undefined ? [] : [complete])].map((one) =>
        diagnostic(
          "generate/unused-default-function",
          { function: one.name, type: type.name },
          { span: one.span, hint },
        ),
      );
    });
}

/** Types that ask by a tag of their own and have nothing to fill in. */
function pointless(input: {
  readonly version: ApiVersion;
  readonly defaulted: ReadonlySet<TypeId>;
}): readonly Diagnostic[] {
  const { version, defaulted } = input;
  return version.types
    .filter(({ id, defaulting }) => defaulting.root && !defaulted.has(id))
    .flatMap((type) =>
      type.tags
        .filter((tag) => tag.name === "k8s:defaulter-gen" && tag.value === "true")
        .map(({ span }) =>
          diagnostic("generate/nothing-to-default", { type: type.name }, { span }),
        ),
    );
}
