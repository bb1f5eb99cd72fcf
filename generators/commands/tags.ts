import { tagTable } from "../model/tags/index.js";
import type { Flags } from "../options/flags.js";
import type { Paint } from "./paint.js";
import type { Report } from "./report.js";

const places = { package: "doc.ts", type: "a type", member: "a member", function: "a function" };

/** `crd-project tags [word]`. */
export function tagsCommand(request: { readonly flags: Flags; readonly paint: Paint }): Report {
  const { flags, paint } = request;
  const word = (flags.text("word") ?? "").replace(/^\+/, "").toLowerCase();
  const found = tagTable.filter(({ name }) => name.toLowerCase().includes(word));
  const text = found.flatMap(({ example, description, targets, implemented, refused }) => [
    paint.bold(example),
    `  ${description}${implemented || refused !== undefined ? "" : " (not implemented yet)"}`,
    paint.dim(`  on ${targets.map((target) => places[target]).join(", ")}`),
  ]);
  if (found.length === 0) {
    text.push(`No tag has '${word}' in its name. All tags: npx crd-project tags`);
  }
  return {
    exitCode: found.length === 0 ? 1 : 0,
    diagnostics: [],
    text,
    json: {
      tags: found.map(({ name, example, description, targets, implemented, tool }) => ({
        name,
        example,
        description,
        targets,
        implemented,
        tool,
      })),
    },
  };
}
