import type { Diagnostic } from "../diagnostics/index.js";
import { type Files, FilesError, sha256 } from "../files.js";
import type { HeaderTexts } from "../generator.js";
import type { GroupOutline, Tag } from "../model/index.js";
import type { ProjectConfig } from "../options/config.js";
import type { Cache } from "./cache.js";
import type { KeptFile, PlannedFile } from "./plan.js";
import type { Unit } from "./units.js";

/** Folder of the cache. */
const folder = "units";

/** What a run made of a unit without errors. Severities are those of the catalogue. */
export interface UnitRecord {
  readonly groups: readonly GroupOutline[];
  /** Of the sources. */
  readonly linked: readonly Diagnostic[];
  /** Of the generators. */
  readonly diagnostics: readonly Diagnostic[];
  readonly outputs: readonly KeptFile[];
  /** Nothing is left to generate. */
  readonly generated: readonly never[];
}

interface Made {
  readonly diagnostics: readonly Diagnostic[];
  readonly generated: readonly PlannedFile[];
}

/** What earlier runs made of units, by their sources and the settings of the project, and of what all groups share. */
export class UnitCache {
  readonly #cache: Cache;
  readonly #onDisk: Pick<Files, "digest">;
  readonly #settings: string;

  constructor(input: {
    readonly cache: Cache;
    readonly onDisk: Pick<Files, "digest">;
    readonly config: ProjectConfig;
    readonly headers: HeaderTexts;
  }) {
    this.#cache = input.cache;
    this.#onDisk = input.onDisk;
    this.#settings = JSON.stringify([input.config, input.headers]);
  }

  nameOf(unit: Unit): string {
    const files = [...unit.files, ...unit.expansions, ...unit.samples].map(
      ({ path, digest }) => `${path} ${digest}`,
    );
    return this.#name([...files]);
  }

  /** Name of what is made of the outlines of all groups, and of the markers. */
  sharedName(input: {
    readonly groups: readonly GroupOutline[];
    readonly markers: readonly Tag[];
  }): string {
    return this.#name([JSON.stringify([input.groups, input.markers])]);
  }

  /** A record; undefined when there is none, or its files are not on disk as it says. */
  get(name: string): UnitRecord | undefined {
    const record = this.#cache.get(name);
    if (!isRecord(record)) return undefined;
    return record.outputs.every((output) => this.#isOnDisk(output)) ? record : undefined;
  }

  set(input: {
    readonly unit: Unit;
    readonly groups: readonly GroupOutline[];
    /** Of all units that were linked with it. */
    readonly linked: readonly Diagnostic[];
    readonly made: Made;
  }): void {
    const { unit, linked } = input;
    // What has no place cannot be told to be of this unit.
    if (linked.some(({ span }) => span === undefined)) return;
    const paths = new Set([...unit.files, ...unit.expansions].map(({ path }) => path));
    this.#cache.set({
      name: this.nameOf(unit),
      value: recordOf({
        groups: input.groups,
        linked: linked.filter(({ span }) => span !== undefined && paths.has(span.file)),
        made: input.made,
      }),
    });
  }

  setShared(input: { readonly name: string; readonly made: Made }): void {
    const { name, made } = input;
    this.#cache.set({ name, value: recordOf({ groups: [], linked: [], made }) });
  }

  /** Forgets all others. */
  keep(names: readonly string[]): void {
    this.#cache.prune({ folder, keep: new Set(names) });
  }

  #name(parts: readonly string[]): string {
    return `${folder}/${sha256([this.#settings, ...parts].join("\n"))}.json`;
  }

  #isOnDisk({ path, digest }: KeptFile): boolean {
    try {
      return this.#onDisk.digest(path) === digest;
    } catch (error) {
      // The full run reports it.
      if (error instanceof FilesError) return false;
      throw error;
    }
  }
}

function recordOf(input: {
  readonly groups: readonly GroupOutline[];
  readonly linked: readonly Diagnostic[];
  readonly made: Made;
}): UnitRecord {
  const { diagnostics, generated } = input.made;
  return {
    groups: input.groups,
    linked: input.linked,
    diagnostics,
    outputs: generated.map(({ path, content, generator, owner }) => ({
      path,
      generator,
      owner,
      digest: sha256(content),
    })),
    generated: [],
  };
}

/** The checksum of the cache vouches for the inside. */
function isRecord(value: unknown): value is UnitRecord {
  return typeof value === "object" && value !== null && "outputs" in value && "linked" in value;
}
