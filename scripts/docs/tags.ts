import { type TagEntry, type TagTarget, tagTable } from "../../generators/model/tags/index.js";
import { table } from "./markdown.js";

const places: Readonly<Record<TagTarget, string>> = {
  package: "doc.ts",
  type: "type",
  member: "member",
  function: "function",
};

/** The tags that generators read today; what a prefix makes of them stands in the table of all. */
export function implementedTags(): string {
  return reference(tagTable.filter((tag) => tag.implemented && !prefixed.test(tag.name)));
}

const prefixed = /:(?:items|additionalProperties):/;

/** Every tag that is known, the ones that are only reported as not implemented yet included. */
export function allTags(): string {
  return reference(tagTable);
}

/** A table per tool, in the order of the tag table. */
function reference(tags: readonly TagEntry[]): string {
  const tools = [...new Set(tags.map(({ tool }) => tool))];
  return tools
    .map((tool) => {
      const rows = tags.filter((tag) => tag.tool === tool).map(row);
      return `**${tool}**\n\n${table({ head: ["tag", "stands in", "meaning"], rows })}`;
    })
    .join("\n\n");
}

function row(tag: TagEntry): readonly string[] {
  const notes = [
    tag.repeatable ? "Repeatable." : "",
    tag.implemented || tag.refused !== undefined ? "" : "*Not implemented yet.*",
  ];
  return [
    `\`${tag.example}\``,
    tag.targets.map((target) => places[target]).join(", "),
    [tag.description, ...notes].filter(Boolean).join(" "),
  ];
}
