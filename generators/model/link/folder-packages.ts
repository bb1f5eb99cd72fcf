import { diagnostic } from "../../diagnostics/index.js";
import { versionFolders } from "./folders.js";
import type { LinkInput } from "./link.js";
import { linkPackage, type PackageInfo } from "./package.js";
import { type Report, startOf } from "./report.js";

/** The folders of the project; of two for one group version the first is taken. */
export function linkPackages(
  input: Pick<LinkInput, "files" | "config"> & { readonly report: Report },
): {
  readonly packages: readonly PackageInfo[];
  readonly collided: readonly PackageInfo[];
} {
  const { report } = input;
  const seen = new Map<string, PackageInfo>();
  const collided: PackageInfo[] = [];
  for (const folder of versionFolders({ files: input.files, apis: input.config.apis })) {
    const info = linkPackage({ folder, report });
    const { group, version } = info;
    const other = seen.get(`${group}/${version}`);
    if (other === undefined) {
      seen.set(`${group}/${version}`, info);
      continue;
    }
    const span = startOf(folder.doc?.path ?? folder.files[0]?.path ?? folder.directory);
    const names = { group, version, other: other.folder.directory };
    const tagged = [info, other].some(({ folder: { version: name } }) => name !== version);
    const tag = tagged ? "+versionName=" : "+groupName=";
    const hint = `correct ${tag} in one of them, or move the types together`;
    report(diagnostic("model/version-collision", names, { span, hint }));
    collided.push(info);
  }
  return { packages: [...seen.values()], collided };
}
