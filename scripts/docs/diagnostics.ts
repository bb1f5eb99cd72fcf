import { catalog, type Entry } from "../../generators/diagnostics/index.js";
import { table } from "./markdown.js";

/** The catalogue of diagnostics, one table per area. */
export function diagnosticsReference(): string {
  const entries = Object.entries<Entry>(catalog);
  const areas = [...new Set(entries.map(([code]) => areaOf(code)))];
  return areas
    .map((area) => {
      const rows = entries
        .filter(([code]) => areaOf(code) === area)
        .map(([code, entry]) => [
          `\`${code}\``,
          entry.severity,
          entry.message,
          entry.cause,
          entry.fix,
        ]);
      return `**${area}**\n\n${table({ head: ["code", "severity", "message", "cause", "fix"], rows })}`;
    })
    .join("\n\n");
}

function areaOf(code: string): string {
  return code.split("/", 1)[0] ?? code;
}
