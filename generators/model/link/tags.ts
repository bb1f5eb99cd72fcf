import { diagnostic, type Place } from "../../diagnostics/index.js";
import type { Tag } from "../source.js";
import type { FileSyntax, LooseTagSyntax, TagSyntax } from "../syntax.js";
import {
  alternatives,
  checkValue,
  hasOwnPrefix,
  type KnownTagText,
  legacyTags,
  plainValue,
  splitTag,
  type TagEntry,
  type TagProblem,
  type TagTarget,
  type TagText,
  unknownTagAdvice,
} from "../tags/index.js";
import { placeOf, type Report, type TaggedFile } from "./report.js";
import type { Declared } from "./scope.js";
import { reportConflicts } from "./tag-conflicts.js";

/** A tag with its entry, for generators' own questions. */
export interface TagPlace {
  readonly target: TagTarget;
  /** Names the place in messages: "on a member". */
  readonly where: string;
  /** False on an alias: some tags are read on interfaces only. */
  readonly isInterface?: boolean;
}

/** The tags of one declaration: those that are fine, in source order; everything else is reported. */
export function linkTags(input: {
  readonly tags: readonly TagSyntax[];
  readonly place: TagPlace;
  readonly file: TaggedFile;
  readonly report: Report;
}): readonly Tag[] {
  if (input.tags.length === 0) {
    return [];
  }
  const linked = input.tags.flatMap((tag) => linkTag({ ...input, tag }) ?? []);
  const tags = withoutRepeats({ linked, report: input.report });
  reportConflicts({ tags, report: input.report });
  return tags;
}

/** A tag's text with its place in the file. */
interface Written {
  readonly tag: TagSyntax;
  readonly file: TaggedFile;
}

interface Linked {
  readonly tag: Tag;
  readonly entry: TagEntry;
  /** Equal for tags that say something about the same thing. */
  readonly key: string;
}

function linkTag(input: {
  readonly tag: TagSyntax;
  readonly place: TagPlace;
  readonly file: TaggedFile;
  readonly report: Report;
}): Linked | undefined {
  const { place, report } = input;
  if (reportSigns(input)) {
    return undefined;
  }
  const text = splitTag(input.tag.text);
  const known = knownTag(text);
  if (known === undefined || isLegacy(input.tag)) {
    reportUnknown({ ...input, text });
    return undefined;
  }
  const { entry } = known;
  const fits = entry.only === undefined || place.isInterface !== false;
  if (!entry.targets.includes(place.target) || !fits) {
    reportMisplaced({ ...input, entry });
    return undefined;
  }
  if (entry.refused !== undefined) {
    const span = placeOf(input.file, input.tag.span);
    report(
      diagnostic("tag/no-counterpart", { tag: `+${entry.name}` }, { span, hint: entry.refused }),
    );
    return undefined;
  }
  const checked = checkValue({ tag: known, target: place.target });
  if (checked.problems.length > 0) {
    for (const problem of checked.problems) {
      report(problem.toDiagnostic(problemPlace(input, problem)));
    }
    return undefined;
  }
  const span = placeOf(input.file, input.tag.span);
  if (!entry.implemented) {
    report(diagnostic("tag/not-implemented", { tag: `+${known.name}` }, { span }));
  }
  return {
    entry,
    key: `${known.name}(${known.parentheses ?? ""})`,
    tag: {
      name: known.name,
      value: known.value && plainValue({ entry, text: known.value.text }),
      ...(checked.arguments === undefined ? {} : { arguments: checked.arguments }),
      ...(known.parentheses === undefined ? {} : { parentheses: known.parentheses }),
      span,
    },
  };
}

/** Reports `+ genclient` and `++genclient`, which would be text like any other. */
function reportSigns(input: Written & { readonly report: Report }): boolean {
  const { tag, file, report } = input;
  const name = tag.text.replace(/^[+\s]+/, "");
  const length = tag.text.length - name.length;
  if (length === 0) {
    return false;
  }
  const span = placeOf(file, [tag.span[0], length + 1]);
  const problem = "its name does not follow the '+'";
  const place = { span, hint: `write '+${name}'`, replacement: "+" };
  report(diagnostic("tag/malformed", { tag: `+${splitTag(name).name}`, problem }, place));
  return true;
}

function knownTag(text: TagText): KnownTagText | undefined {
  const { entry } = text;
  return entry === undefined ? undefined : { ...text, entry };
}

function isLegacy(tag: TagSyntax): boolean {
  return legacyTags.has(withoutSpaces(tag.text));
}

function withoutSpaces(text: string): string {
  return /\s/.test(text) ? text.replace(/\s+/g, "") : text;
}

/** The part of the tag that a problem is about. */
export function problemPlace(written: Written, problem: TagProblem): Pick<Place, "span"> {
  const [start, length] = written.tag.span;
  const part =
    problem.at === undefined
      ? written.tag.span
      : ([start + 1 + problem.at, problem.length ?? length] as const);
  return { span: placeOf(written.file, part) };
}

function reportUnknown(input: Written & { readonly text: TagText; readonly report: Report }): void {
  const { tag, file, report, text } = input;
  const legacy = legacyTags.get(withoutSpaces(tag.text));
  const length = legacy === undefined ? text.name.length + 1 : tag.text.length + 1;
  const span = placeOf(file, [tag.span[0], length]);
  if (legacy !== undefined) {
    // Where another tag has taken its place, the advice names it.
    const replacement = /^write '([^']+)'/.exec(legacy)?.[1];
    report(diagnostic("tag/legacy", { tag: `+${tag.text}` }, { span, hint: legacy, replacement }));
    return;
  }
  const { acceptedTags = [] } = file;
  if (
    !hasOwnPrefix(text.name) &&
    acceptedTags.some((pattern) => isNamed({ name: text.name, pattern }))
  )
    return;
  const advice = unknownTagAdvice(text.name);
  const isForeign = advice === undefined && !hasOwnPrefix(text.name);
  const code = isForeign ? "tag/foreign" : "tag/unknown";
  const place = { span, ...(advice ?? { hint: foreignHint(text.name) }) };
  report(diagnostic(code, { tag: `+${text.name}` }, place));
}

function foreignHint(name: string): string {
  return hasOwnPrefix(name)
    ? "neither code-generator nor controller-gen has this tag"
    : `if it is another tool's, add "${name}" to acceptedTags in crd-project.json`;
}

function isNamed(input: { readonly name: string; readonly pattern: string }): boolean {
  const { name, pattern } = input;
  return pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

const targetNames: Readonly<Record<TagTarget, string>> = {
  package: "in doc.ts",
  type: "on a type",
  member: "on a member",
  function: "on a function",
  anywhere: "in any comment",
};

function reportMisplaced(
  input: Written & { readonly place: TagPlace; readonly entry: TagEntry; readonly report: Report },
): void {
  const { entry, place, report, tag, file } = input;
  const span = placeOf(file, tag.span);
  const name = `+${entry.name}`;
  if (entry.targets.every((target) => target === "package")) {
    report(
      diagnostic(
        "tag/outside-doc",
        { tag: name },
        { span, hint: "move it to doc.ts in this folder" },
      ),
    );
    return;
  }
  const wanted =
    entry.only === undefined || place.target !== "type"
      ? entry.targets.map((target) => targetNames[target]).join(" or ")
      : "on an interface";
  const hint = `it belongs ${wanted}`;
  report(diagnostic("tag/misplaced", { tag: name, place: place.where }, { span, hint }));
}

function withoutRepeats(input: {
  readonly linked: readonly Linked[];
  readonly report: Report;
}): readonly Tag[] {
  const first = new Map<string, Tag>();
  return input.linked
    .filter(({ tag, entry, key }) => {
      const before = first.get(key);
      if (before === undefined || entry.repeatable) {
        first.set(key, before ?? tag);
        return true;
      }
      const hint = `it also stands in line ${before.span.line}`;
      input.report(diagnostic("tag/repeated", { tag: `+${tag.name}` }, { span: tag.span, hint }));
      return false;
    })
    .map(({ tag }) => tag);
}

/** Reports tags that lead no declaration, outside doc.ts. */
export function reportUnsigned(input: {
  readonly file: FileSyntax;
  readonly report: Report;
}): void {
  const { file, report } = input;
  for (const { text, span } of file.unsigned ?? []) {
    const tag = text.replace(/^@/, "");
    const sign = text.slice(0, text.length - tag.length);
    const place = { span: placeOf(file, span), hint: `write '+${tag}' if it is to be one` };
    report(diagnostic("tag/no-sign", { tag: `${sign}${splitTag(tag).name}` }, place));
  }
}

export function reportLoose(input: {
  readonly tags: readonly LooseTagSyntax[];
  readonly file: TaggedFile;
  readonly report: Report;
}): void {
  for (const tag of input.tags) {
    reportLooseTag({ ...input, tag });
  }
}

function reportLooseTag(input: {
  readonly tag: LooseTagSyntax;
  readonly file: TaggedFile;
  readonly report: Report;
}): void {
  const { tag, file, report } = input;
  if (reportSigns(input)) {
    return;
  }
  const text = splitTag(tag.text);
  if (text.entry === undefined || isLegacy(tag)) {
    reportUnknown({ tag, file, text, report });
    return;
  }
  const span = placeOf(file, tag.span);
  const name = `+${text.name}`;
  const { targets } = text.entry;
  if (tag.trailing) {
    const hint = "put it on a line of its own above the declaration";
    report(diagnostic("tag/trailing", { tag: name }, { span, hint }));
  } else if (
    targets.includes("package") &&
    !targets.includes("type") &&
    !targets.includes("member")
  ) {
    const hint = "move it to doc.ts in this folder";
    report(diagnostic("tag/outside-doc", { tag: name }, { span, hint }));
  } else {
    const places = alternatives(targets.map((target) => targetNames[target])).replaceAll("'", "");
    const hint = `no declaration follows; it belongs ${places}`;
    report(diagnostic("tag/unattached", { tag: name }, { span, hint }));
  }
}

/** Splits the tags of a declaration in doc.ts: those that can only mean the package, and the others. */
export function packageOnly(input: {
  readonly tags: readonly TagSyntax[];
  /** What is declared. */
  readonly target: "type" | "function";
}): {
  readonly package: readonly TagSyntax[];
  readonly own: readonly TagSyntax[];
} {
  const { tags, target } = input;
  return {
    package: tags.filter((tag) => isPackageOnly({ tag, target })),
    own: tags.filter((tag) => !isPackageOnly({ tag, target })),
  };
}

/** The tags of a declaration itself. */
export function ownTags({ scope, syntax }: Declared): readonly TagSyntax[] {
  const isDoc = scope.file === scope.package.folder.doc;
  return isDoc ? packageOnly({ tags: syntax.tags, target: "type" }).own : syntax.tags;
}

/** By its name, or by its value: `+k8s:deepcopy-gen=package`. */
function isPackageOnly(input: {
  readonly tag: TagSyntax;
  readonly target: "type" | "function";
}): boolean {
  const { target } = input;
  const tag = knownTag(splitTag(input.tag.text));
  if (tag === undefined || !tag.entry.targets.includes("package")) {
    return false;
  }
  const fits = (place: TagTarget): boolean =>
    checkValue({ tag, target: place }).problems.length === 0;
  return !tag.entry.targets.includes(target) || (fits("package") && !fits(target));
}
