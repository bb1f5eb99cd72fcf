import { diagnostic } from "../../diagnostics/index.js";
import { allMembers, resolveAliases, type TypesById } from "../lookup.js";
import { lifecycleName } from "../names/index.js";
import type { Tag } from "../source.js";
import { findTag, nearestTag, readGroupVersionKind, readRelease, splitTag } from "../tags/index.js";
import type { ApiType, Release, Releases, TypeLifecycle } from "../types.js";
import { constantsOf, reportUnusedConstants } from "./lifecycle-constants.js";
import type { PackageInfo } from "./package.js";
import type { Report } from "./report.js";
import type { Scopes } from "./scope.js";
import { isDoubtful, isTyped, shapeOf } from "./shapes.js";

interface Input {
  readonly types: TypesById;
  readonly info: PackageInfo;
  /** The types of the version. */
  readonly own: readonly ApiType[];
  readonly scopes: Scopes;
  readonly report: Report;
}

type OfType = Input & { readonly type: ApiType };

const packageTag = "k8s:prerelease-lifecycle-gen";
const prefix = `${packageTag}:`;

/** Adds in which releases the types of a version came, are deprecated and go; reports tags that say nothing or too much. */
export function linkLifecycles(input: Input): readonly ApiType[] {
  const { info, own } = input;
  const asked = info.tags.find(({ name }) => name === packageTag)?.value;
  if (asked !== "true") {
    if (asked === undefined && !triesToAsk(info)) {
      for (const type of own) reportNotAsked({ ...input, type });
    }
    return own;
  }
  const constants = constantsOf(info);
  const linked = own.map((type) => {
    const lifecycle = linkType({ ...input, type, constants });
    return lifecycle === undefined ? type : { ...type, lifecycle };
  });
  const used = linked.flatMap(({ lifecycle }) => lifecycle?.name ?? []);
  reportUnusedConstants({ info, used: new Set(used), report: input.report });
  return linked;
}

function linkType(
  input: OfType & { readonly constants: ReadonlyMap<string, string> },
): TypeLifecycle | undefined {
  const { types, type, report } = input;
  if (!isTyped(types, type)) {
    for (const { name: tag, span } of lifecycleTags(type)) {
      const hint = "a kind extends TypeMeta and has 'metadata: ObjectMeta'";
      report(diagnostic("tag/needs-kind", { tag: `+${tag}`, name: type.name }, { span, hint }));
    }
    return undefined;
  }
  const name = lifecycleName(type.name);
  const handWritten = input.constants.get(name);
  const said = sayingType(input);
  const own = releasesOf({ ...input, type: said });
  const releases = said === type ? own : ofList(own);
  // A constant says nothing of a list; a kind that says nothing itself is reported for both.
  const isAlone = said === type || input.constants.has(lifecycleName(said.name));
  if (releases === undefined && handWritten === undefined && isAlone) {
    reportMissing(input);
  }
  if (said === type && releases !== undefined) {
    checkOrder({ ...input, releases });
  }
  return { name, releases, handWritten };
}

function lifecycleTags(type: ApiType): readonly Tag[] {
  return type.tags.filter(({ name }) => name.startsWith(prefix));
}

function lifecycleTag(type: ApiType, what: string): Tag | undefined {
  return type.tags.find(({ name }) => name === prefix + what);
}

/** The type whose tags count: a list without tags of its own is as old as its kind. */
function sayingType({ types, type }: OfType): ApiType {
  if (lifecycleTags(type).length > 0 || shapeOf(types, type) !== "list") {
    return type;
  }
  const items = allMembers(types, type).find(({ name }) => name === "items");
  const target = items === undefined ? undefined : resolveAliases(types, items.type);
  const element = target?.kind === "array" ? resolveAliases(types, target.element) : undefined;
  const item = element?.kind === "reference" ? types.get(element.id) : undefined;
  return item !== undefined && isTyped(types, item) ? item : type;
}

/** What takes the place of a list is the list of the kind that takes the place of its items' kind. */
function ofList(releases: Releases | undefined): Releases | undefined {
  if (releases?.replacement === undefined) return releases;
  const { replacement } = releases;
  return { ...releases, replacement: { ...replacement, kind: `${replacement.kind}List` } };
}

/** Below GA a version goes by itself, unless tags say when: as prerelease-lifecycle-gen has it. */
function releasesOf({ type, info }: OfType): Releases | undefined {
  const release = (what: string): Release | undefined =>
    readRelease(lifecycleTag(type, what)?.value ?? "");
  const introduced = release("introduced");
  if (introduced === undefined) {
    return undefined;
  }
  const isGA = /^v\d+$/.test(info.version);
  const later = (from: Release | undefined): Release | undefined =>
    isGA || from === undefined ? undefined : { ...from, minor: from.minor + 3 };
  const deprecated = release("deprecated") ?? later(introduced);
  const removed = release("removed") ?? later(deprecated);
  const replacement = readGroupVersionKind(lifecycleTag(type, "replacement")?.value ?? "");
  return { introduced, deprecated, removed, replacement };
}

function checkOrder(input: OfType & { readonly releases: Releases }): void {
  const { type, releases } = input;
  const { introduced, deprecated, removed } = releases;
  const problem = (event: string, release: Release, earlier: string, other: Release): void => {
    // What no tag says was counted from what one does.
    const span = (lifecycleTag(type, event) ?? lifecycleTag(type, earlier))?.span ?? type.span;
    const hint =
      lifecycleTag(type, earlier) === undefined
        ? `without '+${prefix}${earlier}=' it is ${earlier} three minor releases after it came`
        : undefined;
    const names = { name: type.name, event, earlier };
    const releases = { release: text(release), other: text(other) };
    input.report(diagnostic("model/lifecycle-order", { ...names, ...releases }, { span, hint }));
  };
  if (deprecated !== undefined && isBefore(deprecated, introduced)) {
    problem("deprecated", deprecated, "introduced", introduced);
  } else if (removed !== undefined && !isBefore(introduced, removed)) {
    problem("removed", removed, "introduced", introduced);
  } else if (removed !== undefined && deprecated !== undefined && isBefore(removed, deprecated)) {
    problem("removed", removed, "deprecated", deprecated);
  }
}

function isBefore(left: Release, right: Release): boolean {
  return left.major < right.major || (left.major === right.major && left.minor < right.minor);
}

function text({ major, minor }: Release): string {
  return `${major}.${minor}`;
}

function reportMissing(input: OfType): void {
  const { types, type, report } = input;
  const root = type.tags.find(({ name }) => name === "kubebuilder:object:root")?.value;
  if (isDoubtful(types, type) || triesIntroduced(input) || root === "false") {
    return;
  }
  const hint = `add '// +${prefix}introduced=1.0'`;
  report(diagnostic("model/missing-introduced", { name: type.name }, { span: type.span, hint }));
}

/** A tag that is misspelt or malformed was reported as such. */
function triesToAsk({ folder: { doc } }: PackageInfo): boolean {
  const tags = [...(doc?.loose ?? []), ...(doc?.declarations.flatMap(({ tags }) => tags) ?? [])];
  return tags.some(({ text }) => isTried({ text, name: packageTag }));
}

function triesIntroduced({ scopes, type }: OfType): boolean {
  const declared = scopes.get(type.file)?.exported.get(type.name);
  const tags = declared?.syntax.tags ?? [];
  return tags.some(({ text }) => isTried({ text, name: `${prefix}introduced` }));
}

function isTried(input: { readonly text: string; readonly name: string }): boolean {
  const { name } = splitTag(input.text.replace(/^[+\s]+/, ""));
  if (findTag(name) !== undefined) return name === input.name;
  return nearestTag(name) === input.name;
}

function reportNotAsked({ type, report }: OfType): void {
  for (const { name, span } of lifecycleTags(type)) {
    const hint = `add '// +${packageTag}=true' to doc.ts`;
    const names = { tag: `+${name}`, other: `+${packageTag}=true` };
    report(diagnostic("tag/needs", names, { span, hint }));
  }
}
