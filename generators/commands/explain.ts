import { type Code, catalog, diagnostic, didYouMean, type Entry } from "../diagnostics/index.js";
import type { Flags } from "../options/flags.js";
import { wrap } from "../options/help.js";
import { columns } from "./lines.js";
import type { Paint } from "./paint.js";
import { problemReport, type Report } from "./report.js";

/** `crd-project explain [code]`. */
export function explainCommand(request: { readonly flags: Flags; readonly paint: Paint }): Report {
  const { flags, paint } = request;
  const code = flags.text("code");
  if (code === undefined) {
    const all: readonly (readonly [string, Entry])[] = Object.entries(catalog);
    const rows = all.map(([name, { message }]) => [name, message] as const);
    const codes = all.map(([name, entry]) => ({ code: name, ...entry }));
    return { exitCode: 0, diagnostics: [], text: columns(rows), json: { codes } };
  }
  if (!isCode(code)) {
    const hint = didYouMean({ word: code, candidates: Object.keys(catalog) });
    const diagnostics = [diagnostic("project/unknown-code", { code }, { hint })];
    return problemReport({ exitCode: 2, diagnostics });
  }
  const { severity, message, cause, fix } = catalog[code];
  const paragraph = (title: string, text: string) => [
    paint.bold(title),
    ...wrap({ text, width: 94 }).map((line) => `  ${line}`),
  ];
  const text = [
    `${severity} ${paint.bold(code)}: ${message}`,
    "",
    ...paragraph("Cause", cause),
    ...paragraph("Fix", fix),
  ];
  return { exitCode: 0, diagnostics: [], text, json: { codes: [{ code, ...catalog[code] }] } };
}

function isCode(code: string): code is Code {
  return Object.hasOwn(catalog, code);
}
