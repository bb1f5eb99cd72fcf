import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import type { Generator } from "../generator.js";
import {
  type ApiType,
  type ApiVersion,
  asksForOpenApi,
  groupFolderOf,
  indexModel,
  isImported,
} from "../model/index.js";
import { writeJson } from "../render/index.js";
import { Definitions } from "./definitions.js";
import { closure, documentOf } from "./document.js";
import { reportOf } from "./exceptions.js";
import { DefinitionNames, type NameClash } from "./names.js";
import { violationsOf } from "./rules.js";
import { packageProblems, tagProblems, unusedTags } from "./tag-problems.js";

const name = "openapi-gen";

/** The types of a version that are asked for: the tag of a type counts more than that of doc.ts. */
function chosenTypes(version: ApiVersion): readonly ApiType[] {
  const all = asksForOpenApi(version.tags) ?? false;
  return version.types.filter(({ tags }) => asksForOpenApi(tags) ?? all);
}

/** Told at the type that the project has, where the other one is a package's. */
function clashProblem({ name: definition, first, second }: NameClash): Diagnostic {
  const [type, other] = isImported(second) ? [first, second] : [second, first];
  const parameters = { name: definition, type: type.name, other: other.file };
  return diagnostic(
    "openapi/name-collision",
    parameters,
    isImported(type) ? {} : { span: type.span },
  );
}

/** An OpenAPI v3 document for every version that asks for one, and the report of API rules. */
export const openapiGen: Generator = {
  name,
  description: "OpenAPI v3 documents of the API types, and the report of API rules (kube-openapi)",
  generate({ model, options, exceptions }) {
    const all = model.groups.flatMap(({ versions }) => versions);
    const chosen = all
      .map((version) => ({ version, types: chosenTypes(version) }))
      .filter(({ types }) => types.length > 0);
    const ofPackages = all.flatMap(({ tags }) => packageProblems(tags));
    const declared = all.flatMap(({ types }) => types);
    if (chosen.length === 0) {
      return { files: [], diagnostics: [...ofPackages, ...declared.flatMap(unusedTags)] };
    }
    const index = indexModel(model);
    const names = new DefinitionNames(index);
    const definitions = new Definitions({ index, names });
    const documents = chosen.map(({ version, types }) => {
      const { group, version: one } = version;
      const asked = types.map(({ id }) => names.use(id));
      const needed = closure({ names: asked, definitions });
      const document = documentOf({ version, names: needed, definitions });
      return {
        path: `${options.openapi}/${groupFolderOf(group)}_${one}.json`,
        content: writeJson({ generator: name, value: document }),
        owner: "tool" as const,
      };
    });
    const types = chosen.flatMap((one) => one.types.map((type) => ({ ...one, type })));
    const violations = types.flatMap((one) => violationsOf({ ...one, types: index.types }));
    const report = reportOf({ violations, exceptions });
    const tags = declared.flatMap((type) =>
      names.isUsed(type.id) ? tagProblems({ types: index.types, type }) : unusedTags(type),
    );
    return {
      files: [...documents, ...report.files],
      diagnostics: [
        ...ofPackages,
        ...names.clashes.map(clashProblem),
        ...tags,
        ...report.diagnostics,
      ],
    };
  },
};
