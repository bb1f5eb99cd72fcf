import { isAbsolute, relative } from "node:path";
import {
  diagnosticsToGithub,
  diagnosticsToJson,
  diagnosticsToSarif,
  diagnosticsToTsc,
} from "../diagnostics/index.js";
import type { CommandName } from "../options/commands.js";
import type { Flags } from "../options/flags.js";
import type { Environment } from "../options/npm.js";
import { configFile } from "../plan/config-file.js";
import type { Report } from "./report.js";

/** What programs read; people read text. */
export type MachineFormat = "tsc" | "json" | "github" | "sarif";

const formats: readonly MachineFormat[] = ["tsc", "json", "github", "sarif"];

/** The format that a command line asks for; undefined for text. */
export function machineFormat(flags: Flags): MachineFormat | undefined {
  const format = flags.text("reportFormat") ?? flags.text("tagsFormat") ?? flags.text("format");
  return formats.find((one) => one === format);
}

/** A report for programs. */
export function formatReport(input: {
  readonly format: MachineFormat;
  readonly command: CommandName;
  readonly report: Report;
  /** Version of this tool. */
  readonly version: string;
  readonly env: Environment;
}): string {
  const { format, command, report, version, env } = input;
  const { exitCode, shown = [], root } = report;
  const diagnostics = [...report.diagnostics, ...shown];
  const prefix = root === undefined ? "" : prefixOf({ root, env });
  switch (format) {
    case "tsc":
      return [...diagnosticsToTsc(diagnostics), ...report.text].map((line) => `${line}\n`).join("");
    case "github":
      // The log of a job is for people, too: a diff of what is stale stays in it.
      return [...diagnosticsToGithub({ diagnostics, prefix }), ...report.text]
        .map((line) => `${line}\n`)
        .join("");
    case "sarif":
      return toText(diagnosticsToSarif({ diagnostics, prefix, root: configFile, version }));
    case "json":
      return toText({
        command,
        exitCode,
        diagnostics: diagnosticsToJson(diagnostics),
        ...report.json,
      });
  }
}

function toText(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Folder of the project in the repository that GitHub Actions checked out, `operator/`; else "". */
function prefixOf(input: { readonly root: string; readonly env: Environment }): string {
  const workspace = input.env["GITHUB_WORKSPACE"] ?? "";
  const folder = workspace === "" ? "" : relative(workspace, input.root).replaceAll("\\", "/");
  return folder === "" || folder.startsWith("..") || isAbsolute(folder) ? "" : `${folder}/`;
}
