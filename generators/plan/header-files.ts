import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import type { SourceFile } from "../files.js";
import type { HeaderTexts } from "../generator.js";
import type { ProjectConfig } from "../options/config.js";

/** The files of comments in front of what is generated. */
export interface HeaderFiles {
  readonly files: readonly SourceFile[];
  readonly texts: HeaderTexts;
  readonly diagnostics: readonly Diagnostic[];
}

type Setting = keyof HeaderTexts;

/** Each `headerFile` of the settings: the project's own, for TypeScript, and those in the options of generators. */
export function headerSettings(
  config: Pick<ProjectConfig, "headerFile" | "crd" | "rbac" | "webhook">,
): readonly { readonly setting: Setting; readonly headerFile: string }[] {
  const { headerFile, crd, rbac, webhook } = config;
  const all = Object.entries({ code: { headerFile }, crd, rbac, webhook });
  return all.flatMap(([setting, { headerFile: file }]) =>
    file === undefined ? [] : [{ setting: setting as Setting, headerFile: file }],
  );
}

/** Reads the files that `headerFile` names. */
export function readHeaders(input: {
  readonly config: Parameters<typeof headerSettings>[0];
  readonly read: (path: string) => readonly SourceFile[];
}): HeaderFiles {
  const { config, read } = input;
  const files = new Map<string, SourceFile>();
  const texts: { [setting in Setting]?: string } = {};
  const diagnostics: Diagnostic[] = [];
  for (const { setting, headerFile } of headerSettings(config)) {
    const header = files.get(headerFile) ?? read(headerFile)[0];
    if (header !== undefined) {
      files.set(headerFile, header);
      texts[setting] = header.text;
    }
    diagnostics.push(...headerProblems({ setting, headerFile, header }));
  }
  return { files: [...files.values()], texts, diagnostics };
}

/** Text of TypeScript in which there is nothing but comments. */
const onlyComments = /^\uFEFF?(?:\s|\/\/[^\n]*(?:\n|$)|\/\*(?:[^*]|\*(?!\/))*\*\/)*$/;

/** A header that is not there, or that is not read as comments. */
function headerProblems(input: {
  readonly setting: Setting;
  readonly headerFile: string;
  readonly header: SourceFile | undefined;
}): readonly Diagnostic[] {
  const { setting, headerFile, header } = input;
  const wrong = (problem: string): readonly Diagnostic[] => [
    diagnostic("project/config-invalid", {
      path: setting === "code" ? "headerFile" : `${setting}.headerFile`,
      problem,
    }),
  ];
  if (header === undefined) return wrong(`there is no file '${headerFile}'`);
  if (setting === "code") {
    const problem = `'${headerFile}' holds more than comments of TypeScript: // or /* */`;
    return onlyComments.test(header.text) ? [] : wrong(problem);
  }
  const line = header.text.split("\n").findIndex((one) => !/^\s*(?:#|$)/.test(one));
  return line === -1 ? [] : wrong(`line ${line + 1} of '${headerFile}' does not begin with '#'`);
}
