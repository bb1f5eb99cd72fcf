import type { FileSyntax } from "../syntax.js";
import type { PackageExports } from "../types.js";
import type { PackageInfo } from "./package.js";

/** The types of a group version that a package exports. */
export interface PackageSyntax {
  readonly group: string;
  readonly version: string;
  /** Value of +groupGoName there. */
  readonly goName: string | undefined;
  readonly exports: PackageExports;
  /** Its declarations; the path is the module that exports the types. */
  readonly file: FileSyntax;
}

/** What doc.ts says of a version of a project, said of one that a package exports. */
export function importedPackage({
  group,
  version,
  goName,
  exports,
  file,
}: PackageSyntax): PackageInfo {
  const place = { file: file.path, line: 1, column: 1, length: 1 };
  return {
    folder: {
      directory: file.path,
      groupFolder: group,
      version,
      files: [file],
      doc: undefined,
    },
    group,
    version,
    goName: goName === undefined ? undefined : { name: "groupGoName", value: goName, span: place },
    tags: [],
    description: "",
    deepCopyAll: true,
    plainNumber: false,
    defaulterNames: [],
    exports,
  };
}
