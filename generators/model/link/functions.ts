import type { FunctionPlace } from "./deepcopy.js";
import type { TaggedFunction } from "./defaulting-functions.js";
import type { PackageInfo } from "./package.js";
import type { Report } from "./report.js";
import type { Scopes } from "./scope.js";
import { linkTags, packageOnly } from "./tags.js";

/** The functions of a version in order of file name and place, with the tags that are fine. */
export function taggedFunctions(input: {
  readonly info: PackageInfo;
  readonly scopes: Scopes;
  readonly report: Report;
}): readonly TaggedFunction[] {
  const { info, scopes, report } = input;
  return info.folder.files.flatMap((file) => {
    const scope = scopes.get(file.path);
    if (scope === undefined) {
      throw new Error(`no file ${file.path} was linked`);
    }
    return file.functions.map((syntax) => {
      const place = { target: "function", where: "on a function" } as const;
      const isDoc = file === info.folder.doc;
      const own = isDoc ? packageOnly({ tags: syntax.tags, target: "function" }).own : syntax.tags;
      const tags = linkTags({ tags: own, place, file, report });
      return { scope, syntax, tags, exported: isExported({ scope, syntax }) };
    });
  });
}

function isExported({ scope, syntax }: FunctionPlace): boolean {
  return (
    syntax.exported ||
    scope.file.exports.some(
      ({ module, names }) =>
        module === undefined &&
        names?.some(({ name, local }) => local === syntax.name && name === syntax.name),
    )
  );
}
