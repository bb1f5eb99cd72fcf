import { diagnostic, didYouMean } from "../../diagnostics/index.js";
import { exportedConstants } from "./constants.js";
import type { PackageInfo } from "./package.js";
import { placeOf, type Report } from "./report.js";

/** The files of a version that export constants, by the constants' names. */
export function constantsOf({ folder }: PackageInfo): ReadonlyMap<string, string> {
  return new Map(
    folder.files.flatMap((file) =>
      exportedConstants(file).map(({ name }) => [name, file.path] as const),
    ),
  );
}

/** Reports constants that are called as lifecycles are, and that no type of the version takes. */
export function reportUnusedConstants(input: {
  readonly info: PackageInfo;
  /** Names that are taken. */
  readonly used: ReadonlySet<string>;
  readonly report: Report;
}): void {
  const { info, used, report } = input;
  for (const file of info.folder.files) {
    const exported = new Set(exportedConstants(file).map(({ name }) => name));
    for (const { name, span } of file.constants) {
      if (!/^api_?lifecycle_?./i.test(name) || (used.has(name) && exported.has(name))) {
        continue;
      }
      const names = used.has(name)
        ? { name, problem: "it is not exported" }
        : { name, problem: "there is no such kind" };
      const hint = used.has(name)
        ? `write 'export' in front of '${name}'`
        : didYouMean({ word: name, candidates: used });
      report(diagnostic("model/lifecycle-constant", names, { span: placeOf(file, span), hint }));
    }
  }
}
