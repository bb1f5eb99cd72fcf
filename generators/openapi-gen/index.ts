import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import type { Generator } from "../generator.js";
import {
  type ApiType,
  type ApiVersion,
  allMembers,
  groupFolderOf,
  indexModel,
  type Member,
} from "../model/index.js";
import { writeJson } from "../render/index.js";
import { Definitions } from "./definitions.js";
import { documentOf } from "./document.js";
import { reportOf } from "./exceptions.js";
import { DefinitionNames, type NameClash } from "./names.js";
import { violationsOf } from "./rules.js";
import { isAsked, isUnreadable } from "./tagged.js";
import { unionProblems } from "./unions.js";

const name = "openapi-gen";

/** The types of a version that are asked for: the tag of a type counts more than that of doc.ts. */
function chosenTypes(version: ApiVersion): readonly ApiType[] {
  const all = isAsked(version.tags) ?? false;
  return version.types.filter(({ tags }) => isAsked(tags) ?? all);
}

/** `+k8s:openapi-gen=` with a value that is neither a switch nor an extension, which the original logs. */
function unreadableTags(input: {
  readonly version: ApiVersion;
  readonly types: readonly ApiType[];
}): readonly Diagnostic[] {
  const ofType = ({ tags, declaration }: ApiType) => [
    tags,
    ...(declaration.kind === "interface" ? declaration.members : []).map((one: Member) => one.tags),
  ];
  return [input.version.tags, ...input.types.flatMap(ofType)]
    .flat()
    .filter(isUnreadable)
    .map(({ value = "", span }) => {
      const hint = "write 'true', 'false' or an extension such as 'x-kubernetes-sensitive:yes'";
      return diagnostic("openapi/tag-value", { value }, { span, hint });
    });
}

function clashProblem({ name: definition, first, second }: NameClash): Diagnostic {
  const { file, span } = second;
  const parameters = { name: definition, type: second.name, other: first.file };
  return diagnostic("openapi/name-collision", parameters, file.endsWith(".ts") ? { span } : {});
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
    const unreadable = all.flatMap((version) => unreadableTags({ version, types: version.types }));
    if (chosen.length === 0) return { files: [], diagnostics: unreadable };
    const index = indexModel(model);
    const names = new DefinitionNames(index);
    const definitions = new Definitions({ index, names });
    const documents = chosen.map(({ version, types }) => {
      const { group, version: one } = version;
      const document = documentOf({
        version,
        names: types.map(({ id }) => names.nameOf(id)),
        definitions,
      });
      return {
        path: `${options.openapi}/${groupFolderOf(group)}_${one}.json`,
        content: writeJson({ generator: name, value: document }),
        owner: "tool" as const,
      };
    });
    const types = chosen.flatMap((one) => one.types.map((type) => ({ ...one, type })));
    const violations = types.flatMap((one) => violationsOf({ ...one, types: index.types }));
    const report = reportOf({ violations, exceptions });
    const unions = types.flatMap(({ type }) =>
      unionProblems({ tags: type.tags, members: allMembers(index.types, type) }),
    );
    return {
      files: [...documents, ...report.files],
      diagnostics: [
        ...unreadable,
        ...names.clashes.map(clashProblem),
        ...unions,
        ...report.diagnostics,
      ],
    };
  },
};
