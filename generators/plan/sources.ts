import { type Diagnostic, withSeverities } from "../diagnostics/index.js";
import { type Files, FilesError, joinPath, nameOf, type SourceFile, walk } from "../files.js";
import { clientAreas } from "../model/client-files.js";
import { isExpansion } from "../model/link/expansion-path.js";
import { isApiSource } from "../model/link/folders.js";
import { isMarkerSource, mayHaveMarkers } from "../model/marker-text.js";
import type { ProjectConfig } from "../options/config.js";
import { clientFolders } from "./client-folders.js";
import { missingDependencies } from "./dependencies.js";
import { type HeaderFiles, readHeaders } from "./header-files.js";
import { missingFolders } from "./named-folders.js";
import { fileProblem } from "./problem.js";
import { samplePaths } from "./samples.js";
import { unreadSources } from "./unread.js";

/** What a project is generated from. */
export interface Sources {
  /** The TypeScript files below the folder of API types, sorted by path; generated ones and tests left out. */
  readonly files: readonly SourceFile[];
  /** Hand-written `*_expansion.ts` beside generated client code, sorted by path. */
  readonly expansions: readonly SourceFile[];
  /** The accepted violations of API rules; its text is undefined where there is no such file. */
  readonly exceptions: { readonly path: string; readonly text: string | undefined };
  /** All TypeScript of the project that may have markers of rbac-gen and webhook-gen, sorted by path. */
  readonly markers: readonly SourceFile[];
  readonly headers: Pick<HeaderFiles, "files" | "texts">;
  /** The files directly in the folder that `schemapatch.manifests` names, sorted by path. */
  readonly manifests: readonly SourceFile[];
  /** The sample objects, sorted by path. */
  readonly samples: readonly SourceFile[];
  /** What could not be read, and packages that generated code would not find. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether API types are among what could not be read. */
  readonly isPartial: boolean;
}

/** Reads the sources; whatever cannot be read is reported, all of it. */
export function readSources(input: {
  readonly files: Files;
  readonly config: Pick<
    ProjectConfig,
    | "apis"
    | "client"
    | "clientsets"
    | "paths"
    | "samples"
    | "openapi"
    | "violationExceptions"
    | "crd"
    | "schemapatch"
    | "rbac"
    | "webhook"
    | "generators"
    | "severities"
  >;
  /** Told of the API types before the rest is read. */
  readonly onTypes?: (types: readonly SourceFile[]) => void;
}): Sources {
  const { files, config, onTypes } = input;
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
  const before = diagnostics.length;
  const apiFiles = walk({ files, folder: config.apis, onError, onDangling });
  const sources = apiFiles.filter((path) => isApiSource({ path, apis: config.apis })).flatMap(read);
  const isPartial = diagnostics.length > before;
  onTypes?.(sources);
  diagnostics.push(...unreadSources({ paths: apiFiles, apis: config.apis, read }));
  const expansions = clientFolders(config)
    .flatMap((folder) => walk({ files, folder, onError: () => undefined }))
    .filter((path, index, all) => isExpansion(path) && all.indexOf(path) === index)
    .flatMap(read);
  const path = config.violationExceptions ?? `${config.openapi}/violation_exceptions.list`;
  const exceptions = { path, text: read(path)[0]?.text };
  const { manifests: folder } = config.schemapatch ?? {};
  const manifests =
    folder === undefined ? [] : manifestsIn({ files, folder, onError }).flatMap(read);
  const headers = readHeaders({ config, read });
  diagnostics.push(...headers.diagnostics, ...missingFolders({ files, config, read }));
  const samples = samplePaths({ files, config, onError }).flatMap(read);
  return {
    files: sources.sort(byPath),
    expansions: expansions.sort(byPath),
    samples: samples.sort(byPath),
    exceptions,
    markers: markerSources({ files, config, apiFiles, sources, onError }),
    headers,
    manifests,
    diagnostics: withSeverities({ diagnostics, severities: config.severities }),
    isPartial,
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

/**
 * Sources with markers: of the API types, and of all else in the folders of the project's code, those of generated clients left out.
 * What lies there may be no concern of ours, so only what is kept from us is reported.
 */
function markerSources(input: {
  readonly files: Files;
  readonly config: Pick<ProjectConfig, "apis" | "client" | "clientsets" | "paths">;
  readonly apiFiles: readonly string[];
  readonly sources: readonly SourceFile[];
  readonly onError: (error: FilesError) => void;
}): readonly SourceFile[] {
  const { files, config, sources } = input;
  const known = new Map(sources.map((file) => [file.path, file]));
  // A folder that holds what is to be read is no folder of generated code alone.
  const wanted = [config.apis, ...config.paths];
  const generated = clientFolders(config).flatMap((folder) =>
    wanted.some((one) => `${one}/`.startsWith(`${folder}/`))
      ? clientAreas.map((area) => joinPath(folder, area))
      : [folder],
  );
  const apart = new Set([config.apis, ...generated]);
  const onError = (error: FilesError): void => {
    if (error.reason === "access" || error.reason === "other") input.onError(error);
  };
  const paths = config.paths
    .filter((folder) => !apart.has(folder))
    .flatMap((folder) => walk({ files, folder, onError, enters: (path) => !apart.has(path) }));
  const read = (path: string): readonly SourceFile[] => {
    const file = known.get(path);
    if (file !== undefined) return [file];
    try {
      const text = files.read(path);
      return text === undefined ? [] : [{ path, text }];
    } catch (error) {
      if (!(error instanceof FilesError)) throw error;
      onError(error);
      return [];
    }
  };
  return [...new Set([...input.apiFiles, ...paths])]
    .filter(isMarkerSource)
    .flatMap(read)
    .filter(({ text }) => mayHaveMarkers(text))
    .sort(byPath);
}

function byPath(left: SourceFile, right: SourceFile): number {
  return left.path < right.path ? -1 : 1;
}
