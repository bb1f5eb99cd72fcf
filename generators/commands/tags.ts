import {
  aliasesOf,
  conflictsOf,
  splitTag,
  type TagEntry,
  tagTable,
  unknownTagAdvice,
} from "../model/tags/index.js";
import type { Flags } from "../options/flags.js";
import type { Paint } from "./paint.js";
import type { Report } from "./report.js";
import { tagCompletions, tagSnippets } from "./tag-completions.js";
import { tagDocument } from "./tag-document.js";

const places = {
  package: "doc.ts",
  type: "a type",
  member: "a member",
  function: "a function",
  anywhere: "any comment of the project",
};

/** `crd-project tags [word]`. */
export function tagsCommand(request: { readonly flags: Flags; readonly paint: Paint }): Report {
  const { flags, paint } = request;
  const word = (flags.text("word") ?? "").replace(/^[\s/*]*\+/, "").trim();
  const found = tagsOf(word);
  const format = flags.text("tagsFormat");
  const exitCode = found.length === 0 ? 1 : 0;
  const tags = format === "json" ? found.map(tagDocument) : [];
  if (format === "completion" || format === "snippets") {
    const document = format === "completion" ? tagCompletions(found) : tagSnippets(found);
    return { exitCode, diagnostics: [], text: [JSON.stringify(document, null, 2)], json: {} };
  }
  const text = found.flatMap((entry) => linesOf({ entry, paint }));
  if (found.length === 0) {
    const { hint = "all tags: npx crd-project tags" } = unknownTagAdvice(splitTag(word).name) ?? {};
    text.push(`No tag has '${word}' in its name; ${hint}`);
  }
  return { exitCode, diagnostics: [], text, json: { tags } };
}

/** Those with the word in their names; for a whole line, as it stands in a comment, its tag. */
function tagsOf(word: string): readonly TagEntry[] {
  const found = tagTable.filter(({ name }) => name.toLowerCase().includes(word.toLowerCase()));
  const { entry } = splitTag(word);
  return found.length > 0 || entry === undefined ? found : [entry];
}

function linesOf(input: { readonly entry: TagEntry; readonly paint: Paint }): readonly string[] {
  const { entry, paint } = input;
  const { name, description, targets, readBy, refused, since } = entry;
  const aliases = aliasesOf(name);
  const conflicts = [...new Set(conflictsOf(name).map((one) => one.with))];
  const readers = readBy.length > 0 ? [`read by ${readBy.join(", ")}`] : [];
  return [
    paint.bold(entry.example),
    `  ${description}${readBy.length > 0 || refused !== undefined ? "" : " (without effect here)"}`,
    paint.dim(
      `  ${[`on ${targets.map((target) => places[target]).join(", ")}`, ...readers, `since ${since}`].join("; ")}`,
    ),
    ...(aliases.length > 0 ? [paint.dim(`  also ${names(aliases)}`)] : []),
    ...(conflicts.length > 0 ? [paint.dim(`  can contradict ${names(conflicts)}`)] : []),
    ...(refused === undefined ? [] : [paint.dim(`  an error here: ${refused}`)]),
  ];
}

function names(tags: readonly string[]): string {
  return tags.map((name) => `+${name}`).join(", ");
}
