import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import type { Generator } from "../generator.js";
import {
  type ApiVersion,
  indexModel,
  isOptionalByDefault,
  type ModelIndex,
  schemaNames,
} from "../model/index.js";
import { schemasFile, typeSymbol } from "../render/index.js";
import { typeExpression } from "./expression.js";
import { type FileView, runtime } from "./view.js";

const name = "zod-gen";

/** zod schemas: `zz_generated.schemas.ts` beside the types of each version. */
export const zodGen: Generator = {
  name,
  description: "zod schemas of the API types; runs where crd-project.json names it, and needs zod",
  generate({ model, render }) {
    const index = indexModel(model);
    const template = `${name}/zz_generated.schemas.ts`;
    const versions = index.versions.map(({ version }) => version);
    return {
      files: versions
        .filter(({ types }) => types.length > 0)
        .map((version) => {
          const path = schemasFile(version);
          const view = fileView(index, version);
          const content = render.module({ template, path, generator: name, view });
          return { path, content, owner: "tool" };
        }),
      diagnostics: versions.flatMap(collisions),
    };
  },
};

function fileView(index: ModelIndex, version: ApiVersion): FileView {
  const context = {
    index,
    optionalByDefault: isOptionalByDefault(version),
    file: schemasFile(version),
  };
  return {
    runtime,
    schemas: version.types
      .toSorted((left, right) => (left.name < right.name ? -1 : 1))
      .map((type) => ({
        typeName: type.name,
        type: typeSymbol(type),
        ...schemaNames(type.name),
        ...typeExpression(context, type),
      })),
  };
}

/** Types whose schemas would have one name: `HTTPRoute` and `HttpRoute`. */
function collisions(version: ApiVersion): readonly Diagnostic[] {
  const owners = new Map<string, string>();
  return version.types.flatMap((type) => {
    const names = Object.values(schemaNames(type.name));
    const taken = names.find((one) => owners.has(one));
    for (const one of names) owners.set(one, owners.get(one) ?? type.name);
    if (taken === undefined) return [];
    const values = { type: type.name, other: owners.get(taken) ?? "", name: taken };
    return [diagnostic("generate/schema-collision", values, { span: type.span })];
  });
}
