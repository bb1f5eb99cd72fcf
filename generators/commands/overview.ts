import { diagnostic, didYouMean } from "../diagnostics/index.js";
import { type CommandName, commands } from "../options/commands.js";
import { problemReport, type Report } from "./report.js";

/** `crd-project` with a command that it does not know. */
export function unknownCommand(command: string): Report {
  const names = Object.keys(commands);
  const hint = didYouMean({ word: command, candidates: names }) ?? `commands: ${names.join(", ")}`;
  const diagnostics = [diagnostic("project/unknown-command", { command }, { hint })];
  return problemReport({ exitCode: 2, diagnostics });
}

/** Commands of `crd-project` in the order of its help. */
export const overviewCommands: readonly CommandName[] = [
  "tags",
  "explain",
  "apigroup",
  "import",
  "regenerate",
  "verify",
  "diff",
  "envtest",
  "create",
];
