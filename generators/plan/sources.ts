import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import { type Files, FilesError, joinPath, nameOf, type SourceFile, walk } from "../files.js";
import { isExpansion } from "../model/link/expansion-path.js";
import { isApiSource } from "../model/link/folders.js";
import type { ProjectConfig } from "../options/config.js";
import { clientFolders } from "./client-folders.js";
import { missingDependencies } from "./dependencies.js";
import { fileProblem } from "./problem.js";
import { samplePaths } from "./samples.js";

/** What a project is generated from. */
export interface Sources {
  /** The TypeScript files below the folder of API types, sorted by path; generated ones and tests left out. */
  readonly files: readonly SourceFile[];
  /** Hand-written `*_expansion.ts` beside generated client code, sorted by path. */
  readonly expansions: readonly SourceFile[];
  /** The accepted violations of API rules; its text is undefined where there is no such file. */
  readonly exceptions: { readonly path: string; readonly text: string | undefined };
  /** The file that `crd.headerFile` names. */
  readonly header: SourceFile | undefined;
  /** The files directly in the folder that `schemapatch.manifests` names, sorted by path. */
  readonly manifests: readonly SourceFile[];
  /** The sample objects, sorted by path. */
  readonly samples: readonly SourceFile[];
  /** What could not be read, and packages that generated code would not find. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the sources; whatever cannot be read is reported, all of it. */
export function readSources(input: {
  readonly files: Files;
  readonly config: Pick<
    ProjectConfig,
    | "apis"
    | "client"
    | "clientsets"
    | "samples"
    | "openapi"
    | "violationExceptions"
    | "crd"
    | "schemapatch"
    | "generators"
  >;
}): Sources {
  const { files, config } = input;
  const diagnostics: Diagnostic[] = [...missingDependencies(input)];
  const onError = (error: FilesError): void => void diagnostics.push(fileProblem(error));
  const onDangling = (path: string): void => {
    // A hidden one is an editor's: Emacs marks a file that is being edited so.
    if (!nameOf(path).startsWith(".")) {
      onError(new FilesError({ reason: "dangling", path, operation: "follow" }));
    }
  };
  const read = (path: string): readonly SourceFile[] => {
    try {
      const text = files.read(path);
      return text === undefined ? [] : [{ path, text }];
    } catch (error) {
      if (error instanceof FilesError) {
        onError(error);
        return [];
      }
      throw error;
    }
  };
  const sources = walk({ files, folder: config.apis, onError, onDangling })
    .filter((path) => isApiSource({ path, apis: config.apis }))
    .flatMap(read);
  const expansions = clientFolders(config)
    .flatMap((folder) => walk({ files, folder, onError: () => undefined }))
    .filter((path, index, all) => isExpansion(path) && all.indexOf(path) === index)
    .flatMap(read);
  const path = config.violationExceptions ?? `${config.openapi}/violation_exceptions.list`;
  const exceptions = { path, text: read(path)[0]?.text };
  const { headerFile } = config.crd;
  const [header] = headerFile === undefined ? [] : read(headerFile);
  if (headerFile !== undefined) diagnostics.push(...headerProblems({ headerFile, header }));
  const { manifests: folder } = config.schemapatch ?? {};
  const manifests =
    folder === undefined ? [] : manifestsIn({ files, folder, onError }).flatMap(read);
  const samples = samplePaths({ files, config, onError }).flatMap(read);
  return {
    files: sources.sort(byPath),
    expansions: expansions.sort(byPath),
    samples: samples.sort(byPath),
    exceptions,
    header,
    manifests,
    diagnostics,
  };
}

/** As controller-gen's schemapatch: YAML files directly in the folder. */
function manifestsIn(input: {
  readonly files: Files;
  readonly folder: string;
  readonly onError: (error: FilesError) => void;
}): readonly string[] {
  const { files, folder, onError } = input;
  try {
    return files
      .list(folder)
      .filter(({ kind, name }) => kind === "file" && /\.ya?ml$/.test(name))
      .map(({ name }) => joinPath(folder, name));
  } catch (error) {
    if (!(error instanceof FilesError)) throw error;
    onError(error);
    return [];
  }
}

/** A header that is not there, or that YAML would not read as comments. */
function headerProblems(input: {
  readonly headerFile: string;
  readonly header: SourceFile | undefined;
}): readonly Diagnostic[] {
  const { headerFile, header } = input;
  const wrong = (problem: string): readonly Diagnostic[] => [
    diagnostic("project/config-invalid", { path: "crd.headerFile", problem }),
  ];
  if (header === undefined) return wrong(`there is no file '${headerFile}'`);
  const line = header.text.split("\n").findIndex((one) => !/^\s*(?:#|$)/.test(one));
  return line === -1 ? [] : wrong(`line ${line + 1} of '${headerFile}' does not begin with '#'`);
}

function byPath(left: SourceFile, right: SourceFile): number {
  return left.path < right.path ? -1 : 1;
}
