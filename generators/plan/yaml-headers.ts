import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import type { SourceFile } from "../files.js";
import type { YamlHeaders } from "../generator.js";
import type { ProjectConfig } from "../options/config.js";

/** The files of comments in front of generated YAML. */
export interface HeaderFiles {
  readonly files: readonly SourceFile[];
  readonly texts: YamlHeaders;
  readonly diagnostics: readonly Diagnostic[];
}

const settings = ["crd", "rbac", "webhook"] as const;

/** Reads the files that `headerFile` names in the options of generators. */
export function readHeaders(input: {
  readonly config: Pick<ProjectConfig, (typeof settings)[number]>;
  readonly read: (path: string) => readonly SourceFile[];
}): HeaderFiles {
  const { config, read } = input;
  const files = new Map<string, SourceFile>();
  const texts: { [setting in (typeof settings)[number]]?: string } = {};
  const diagnostics: Diagnostic[] = [];
  for (const setting of settings) {
    const { headerFile } = config[setting];
    if (headerFile === undefined) continue;
    const header = files.get(headerFile) ?? read(headerFile)[0];
    if (header !== undefined) {
      files.set(headerFile, header);
      texts[setting] = header.text;
    }
    diagnostics.push(...headerProblems({ setting, headerFile, header }));
  }
  return { files: [...files.values()], texts, diagnostics };
}

/** A header that is not there, or that YAML would not read as comments. */
function headerProblems(input: {
  readonly setting: string;
  readonly headerFile: string;
  readonly header: SourceFile | undefined;
}): readonly Diagnostic[] {
  const { setting, headerFile, header } = input;
  const wrong = (problem: string): readonly Diagnostic[] => [
    diagnostic("project/config-invalid", { path: `${setting}.headerFile`, problem }),
  ];
  if (header === undefined) return wrong(`there is no file '${headerFile}'`);
  const line = header.text.split("\n").findIndex((one) => !/^\s*(?:#|$)/.test(one));
  return line === -1 ? [] : wrong(`line ${line + 1} of '${headerFile}' does not begin with '#'`);
}
