import {
  aliasesOf,
  conflictsOf,
  type TagConflict,
  type TagEntry,
  type TagTarget,
  tagTable,
} from "../../generators/model/tags/index.js";
import { table } from "./markdown.js";

const places: Readonly<Record<TagTarget, string>> = {
  package: "doc.ts",
  type: "type",
  member: "member",
  function: "function",
  anywhere: "any comment",
};

/** The tags that generators read today: what they mean. What a prefix makes of them stands in the table of all. */
export function implementedTags(): string {
  const tags = tagTable.filter((tag) => tag.implemented && !prefixed.test(tag.name));
  return reference({ tags, head: ["tag", "stands in", "meaning"], row: briefRow });
}

const prefixed = /:(?:items|additionalProperties):/;

/** Every tag that is known, those without effect included, with all that the table says. */
export function allTags(): string {
  const head = ["tag", "stands in", "read by", "since", "meaning"];
  return reference({ tags: tagTable, head, row });
}

/** A table per tool, in the order of the tag table. */
function reference(input: {
  readonly tags: readonly TagEntry[];
  readonly head: readonly string[];
  readonly row: (tag: TagEntry) => readonly string[];
}): string {
  const { tags, head } = input;
  const tools = [...new Set(tags.map(({ tool }) => tool))];
  return tools
    .map((tool) => {
      const rows = tags.filter((tag) => tag.tool === tool).map(input.row);
      return `**${tool}**\n\n${table({ head, rows })}`;
    })
    .join("\n\n");
}

function briefRow(tag: TagEntry): readonly string[] {
  const [example = "", targets = ""] = row(tag);
  return [example, targets, `${tag.description}${tag.repeatable ? " Repeatable." : ""}`];
}

function row(tag: TagEntry): readonly string[] {
  const aliases = aliasesOf(tag.name);
  const conflicts = conflictsOf(tag.name);
  const notes = [
    tag.repeatable ? "Repeatable." : "",
    aliases.length > 0 ? `The same as ${aliases.map(code).join(", ")}.` : "",
    conflicts.length > 0
      ? `Contradicts ${[...new Set(conflicts.map(conflictText))].join(", ")}.`
      : "",
    tag.refused === undefined ? "" : `*An error here: ${tag.refused}.*`,
    tag.implemented || tag.refused !== undefined ? "" : "*Not implemented yet.*",
  ];
  return [
    `\`${tag.example}\``,
    tag.targets.map((target) => places[target]).join(", "),
    tag.readBy.map((reader) => (reader === "model" ? "all" : reader)).join(", "),
    tag.since,
    [tag.description, ...notes].filter(Boolean).join(" "),
  ];
}

function code(name: string): string {
  return `\`+${name}\``;
}

/** `+k8s:deepcopy-gen=false`, where the other value of the tag contradicts nothing. */
function conflictText({ with: name, own, other, when }: TagConflict): string {
  const value = other === "off" ? "=false" : "";
  const only = own === "off" ? " with `=false`" : "";
  return `${code(`${name}${value}`)}${only}${when === undefined ? "" : ` where ${when}`}`;
}
