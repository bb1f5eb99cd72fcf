import type { Diagnostic } from "../diagnostics/index.js";
import { type Files, FilesError, type SourceFile, sha256 } from "../files.js";
import type { ProjectConfig } from "../options/config.js";
import type { Cache } from "./cache.js";
import { clientFolders } from "./client-folders.js";
import type { GroupPaths } from "./groups.js";
import { findStale, type KeptFile, type PlannedFile } from "./plan.js";
import { readSources, type Sources } from "./sources.js";

/** What one whole run made of its inputs, by digest. */
export interface RunRecord {
  /** crd-project.json as it was, and what it said. */
  readonly configText: string;
  readonly config: ProjectConfig;
  /** Digest of the sources. */
  readonly inputs: string;
  readonly outputs: readonly { readonly path: string; readonly digest: string }[];
  readonly groups: readonly GroupPaths[];
  /** Warnings, which every run repeats. */
  readonly diagnostics: readonly Diagnostic[];
}

const name = "run.json";

/** Keeps what a run made of its inputs. */
export function saveRecord(input: {
  readonly cache: Cache;
  readonly configText: string;
  readonly config: ProjectConfig;
  /** Digest of the sources. */
  readonly inputs: string;
  readonly generated: readonly PlannedFile[];
  readonly kept: readonly KeptFile[];
  readonly groups: readonly GroupPaths[];
  readonly diagnostics: readonly Diagnostic[];
}): void {
  const { cache, configText, config, inputs, groups, diagnostics } = input;
  const outputs = [
    ...input.generated.map(({ path, content }) => ({ path, digest: sha256(content) })),
    ...input.kept.map(({ path, digest }) => ({ path, digest })),
  ];
  const value: RunRecord = { configText, config, inputs, outputs, groups, diagnostics };
  cache.set({ name, value });
}

/** What the record of the last run says of the project as it is. */
export interface Current {
  /**
   * The record, when the inputs of that run were those of today and its outputs all stand on disk, byte for byte, with nothing
   * stale beside them: there is nothing to do.
   */
  readonly record?: RunRecord | undefined;
  /** The sources, as far as the settings are those of that run. */
  readonly sources?: Sources | undefined;
}

/** Compares the project with the record of the last run. */
export function findCurrent(input: {
  readonly files: Files;
  readonly onDisk: Pick<Files, "digest">;
  readonly cache: Cache;
  readonly configText: string;
  readonly digestOf: (file: SourceFile) => string;
  /** Told of the API types before the rest is read. */
  readonly onTypes: (types: readonly SourceFile[]) => void;
}): Current {
  const { files, onDisk, cache, configText, digestOf, onTypes } = input;
  const record = cache.get(name);
  if (!isRecord(record) || record.configText !== configText) return {};
  const { config } = record;
  try {
    const sources = readSources({ files, config, onTypes });
    const isCurrent =
      sources.diagnostics.length === 0 &&
      inputsOf({ sources, digestOf }) === record.inputs &&
      record.outputs.every(({ path, digest }) => onDisk.digest(path) === digest) &&
      findStale({
        files,
        alreadyRead: sources.samples,
        generated: record.outputs,
        folders: outputFolders(config),
      }).length === 0;
    return isCurrent ? { record } : { sources };
  } catch (error) {
    // The full run reports it.
    if (error instanceof FilesError) return {};
    throw error;
  }
}

/** The folders in which generated files stand. */
export function outputFolders(
  config: Pick<
    ProjectConfig,
    "apis" | "client" | "clientsets" | "crds" | "rbac" | "webhook" | "samples" | "openapi" | "docs"
  >,
): readonly string[] {
  const { apis, crds, rbac, webhook, samples, openapi, docs } = config;
  return [
    apis,
    ...clientFolders(config),
    crds,
    rbac.folder,
    webhook.folder,
    samples,
    openapi,
    docs,
  ];
}

/** The folders in which the last run wrote: settings may have been changed since, and what stands in the old ones is stale. */
export function earlierFolders(cache: Cache): readonly string[] {
  const record = cache.get(name);
  return isRecord(record) ? outputFolders(record.config) : [];
}

/** Digest of the sources. */
export function inputsOf(input: {
  readonly sources: Sources;
  readonly digestOf: (file: SourceFile) => string;
}): string {
  const { files, expansions, samples, exceptions, markers, headers, manifests } = input.sources;
  const { path, text } = exceptions;
  const line = (file: SourceFile): string => `${file.path} ${input.digestOf(file)}`;
  const accepted = text === undefined ? [] : [{ path, text }];
  return sha256(
    [files, expansions, samples, accepted, markers, headers.files, manifests]
      .map((list) => list.map(line).join("\n"))
      .join("\n\n"),
  );
}

/** The checksum of the cache vouches for the inside. */
function isRecord(value: unknown): value is RunRecord {
  return (
    typeof value === "object" &&
    value !== null &&
    "configText" in value &&
    "config" in value &&
    "inputs" in value &&
    "outputs" in value &&
    Array.isArray(value.outputs) &&
    "groups" in value &&
    "diagnostics" in value
  );
}
