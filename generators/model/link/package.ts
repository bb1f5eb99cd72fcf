import { diagnostic } from "../../diagnostics/index.js";
import { isDnsLabel, isDnsSubdomain, isIdentifier, isKubernetesVersion } from "../names/index.js";
import type { Tag } from "../source.js";
import type { TagSyntax } from "../syntax.js";
import { nearestTag, splitTag } from "../tags/index.js";
import type { PackageExports } from "../types.js";
import type { VersionFolder } from "./folders.js";
import { type Report, startOf } from "./report.js";
import { linkTags, packageOnly } from "./tags.js";

/** What doc.ts says of its version. */
export interface PackageInfo {
  readonly folder: VersionFolder;
  readonly group: string;
  readonly version: string;
  readonly goName: Tag | undefined;
  readonly tags: readonly Tag[];
  readonly description: string;
  /** `package`: every type gets a copy function unless it says otherwise. */
  readonly deepCopyAll: boolean;
  readonly plainNumber: boolean;
  /** `+k8s:defaulter-gen=`, but `false`: types with such a member get default functions. */
  readonly defaulterNames: readonly Tag[];
  /** Present for a version that a package exports. */
  readonly exports?: PackageExports;
}

/** Whether a file of the version is no TypeScript: what seems to be missing in the version may stand in it. */
export function isBroken({ folder }: PackageInfo): boolean {
  return folder.files.some(({ errors }) => errors.length > 0);
}

/** Reads the package tags of a folder. A missing group is reported, and the folder's name stands in for it. */
export function linkPackage(input: {
  readonly folder: VersionFolder;
  readonly report: Report;
}): PackageInfo {
  const { folder, report } = input;
  const { doc } = folder;
  const tags =
    doc === undefined
      ? []
      : linkTags({
          tags: packageTags(folder),
          place: { target: "package", where: "in doc.ts" },
          file: doc,
          report,
        });
  const find = (name: string): Tag | undefined => tags.find((tag) => tag.name === name);
  const groupName = find("groupName");
  const versionName = find("versionName");
  checkVersion({ folder, tag: versionName, report });
  if (groupName === undefined) {
    if (!triesGroupName(folder)) {
      reportMissingGroup({ folder, report });
    }
  } else {
    checkGroup({ tag: groupName, report });
  }
  return {
    folder,
    group: groupName === undefined ? folder.groupFolder : (groupName.value ?? ""),
    version: versionName?.value ?? folder.version,
    goName: checkedGoName({ tag: find("groupGoName"), report }),
    tags,
    description: doc?.description ?? "",
    deepCopyAll: isOn(find("k8s:deepcopy-gen") ?? find("kubebuilder:object:generate")),
    plainNumber: find("crd-project:plainNumber") !== undefined,
    defaulterNames: defaulterNames(tags),
  };
}

/** A +groupName that is misspelt, malformed or behind code was reported as such. */
function triesGroupName({ doc }: VersionFolder): boolean {
  if (doc === undefined) return false;
  const { loose, declarations, functions } = doc;
  return [...loose, ...[...declarations, ...functions].flatMap(({ tags }) => tags)]
    .map(({ text }) => splitTag(text.replace(/^[+\s]+/, "")).name)
    .some((name) => name === "groupName" || nearestTag(name) === "groupName");
}

/** Wherever they stand in doc.ts; those above a type or a function, unless they can be about that. */
function packageTags({ doc }: VersionFolder): readonly TagSyntax[] {
  if (doc === undefined) return [];
  const { loose, declarations, functions } = doc;
  const ofTypes = declarations.flatMap(({ tags }) => packageOnly({ tags, target: "type" }).package);
  const ofFunctions = functions.flatMap(
    ({ tags }) => packageOnly({ tags, target: "function" }).package,
  );
  // One comment can lead several functions: `const a = () => 1, b = () => 2;`.
  const found = [...loose.filter(({ trailing }) => !trailing), ...ofTypes, ...ofFunctions];
  return [...new Map(found.map((tag) => [tag.span[0], tag])).values()].toSorted(
    (left, right) => left.span[0] - right.span[0],
  );
}

function checkVersion(input: {
  readonly folder: VersionFolder;
  /** `+versionName=` */
  readonly tag: Tag | undefined;
  readonly report: Report;
}): void {
  const { folder, tag, report } = input;
  const version = tag?.value ?? folder.version;
  const first = folder.doc?.path ?? folder.files[0]?.path ?? folder.directory;
  const span = tag?.span ?? startOf(first);
  if (!isDnsLabel(version)) {
    const other = folder.doc === undefined ? "" : ", or write '+versionName=v1'";
    const hint =
      tag === undefined
        ? `rename the folder '${folder.directory}'${other}`
        : "write v1, v1beta1, v2alpha1 ...";
    report(diagnostic("model/version-name", { version }, { span, hint }));
  } else if (!isKubernetesVersion(version)) {
    const what = tag === undefined ? "rename the folder" : "write v1, v1beta1 or v2alpha1";
    const hint = `${what}, unless the API is served under this name already`;
    report(diagnostic("model/version-style", { version }, { span, hint }));
  }
}

function reportMissingGroup(input: {
  readonly folder: VersionFolder;
  readonly report: Report;
}): void {
  const { folder, report } = input;
  const tag = `// +groupName=${folder.groupFolder}`;
  if (folder.doc === undefined) {
    report(
      diagnostic(
        "model/missing-doc",
        { directory: folder.directory },
        {
          span: startOf(folder.files[0]?.path ?? folder.directory),
          hint: `add doc.ts:\n// +k8s:deepcopy-gen=package\n${tag}\nexport {};`,
        },
      ),
    );
    return;
  }
  report(
    diagnostic(
      "model/missing-group-name",
      {},
      { span: startOf(folder.doc.path), hint: `add '${tag}'` },
    ),
  );
}

function checkGroup(input: { readonly tag: Tag; readonly report: Report }): void {
  const { tag, report } = input;
  const group = tag.value ?? "";
  if (group === "") {
    return;
  }
  if (!isDnsSubdomain(group)) {
    report(
      diagnostic(
        "model/group-name",
        { group },
        { span: tag.span, hint: "write a domain in lower case: 'example.com'" },
      ),
    );
  }
}

function checkedGoName(input: {
  readonly tag: Tag | undefined;
  readonly report: Report;
}): Tag | undefined {
  const { tag, report } = input;
  const name = tag?.value ?? "";
  if (tag === undefined || (isIdentifier(name) && /^\p{Lu}/u.test(name))) {
    return tag;
  }
  report(
    diagnostic(
      "model/group-go-name",
      { name },
      { span: tag.span, hint: "write upper camel case: 'SecondExample'" },
    ),
  );
  return undefined;
}

/** None where one of them is `false`. */
function defaulterNames(all: readonly Tag[]): readonly Tag[] {
  const tags = all.filter(({ name }) => name === "k8s:defaulter-gen");
  const names = tags.filter(({ value }) => value !== "false");
  return names.length === tags.length ? names : [];
}

function isOn(tag: Tag | undefined): boolean {
  return tag !== undefined && tag.value !== "false";
}
