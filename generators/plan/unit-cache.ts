import type { Diagnostic } from "../diagnostics/index.js";
import { type Files, FilesError, sha256 } from "../files.js";
import type { GroupOutline } from "../model/index.js";
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
  readonly generated: readonly Diagnostic[];
  readonly outputs: readonly KeptFile[];
}

/** What earlier runs made of units, by their sources and the settings of the project. */
export class UnitCache {
  readonly #cache: Cache;
  readonly #files: Files;
  readonly #settings: string;

  constructor(input: {
    readonly cache: Cache;
    readonly files: Files;
    readonly config: ProjectConfig;
  }) {
    this.#cache = input.cache;
    this.#files = input.files;
    this.#settings = JSON.stringify(input.config);
  }

  /** The record of a unit; undefined when there is none, or its files are not on disk as it says. */
  get(unit: Unit): UnitRecord | undefined {
    const record = this.#cache.get(this.#nameOf(unit));
    if (!isRecord(record)) return undefined;
    return record.outputs.every((output) => this.#isOnDisk(output)) ? record : undefined;
  }

  set(
    unit: Unit,
    made: {
      readonly groups: readonly GroupOutline[];
      /** Of all units that were linked together; undefined when what they say is about others, too. */
      readonly linked: readonly Diagnostic[] | undefined;
      readonly diagnostics: readonly Diagnostic[];
      readonly generated: readonly PlannedFile[];
    },
  ): void {
    const { linked, diagnostics, generated } = made;
    // What has no place cannot be told to be of this unit.
    if (linked === undefined || linked.some(({ span }) => span === undefined)) return;
    const paths = new Set([...unit.files, ...unit.expansions].map(({ path }) => path));
    const value: UnitRecord = {
      groups: made.groups.map(outlineOf),
      linked: linked.filter(({ span }) => span !== undefined && paths.has(span.file)),
      generated: diagnostics,
      outputs: generated.map(({ path, content, generator, owner }) => ({
        path,
        generator,
        owner,
        digest: sha256(content),
      })),
    };
    this.#cache.set({ name: this.#nameOf(unit), value });
  }

  /** Forgets all other units. */
  keep(units: readonly Unit[]): void {
    this.#cache.prune({ folder, keep: new Set(units.map((unit) => this.#nameOf(unit))) });
  }

  #nameOf(unit: Unit): string {
    const files = [...unit.files, ...unit.expansions].map(
      ({ path, digest }) => `${path} ${digest}`,
    );
    return `${folder}/${sha256([this.#settings, ...files].join("\n"))}.json`;
  }

  #isOnDisk({ path, digest }: KeptFile): boolean {
    try {
      return this.#files.digest(path) === digest;
    } catch (error) {
      // The full run reports it.
      if (error instanceof FilesError) return false;
      throw error;
    }
  }
}

function outlineOf(group: GroupOutline): GroupOutline {
  return {
    ...group,
    versions: group.versions.map((version) => ({
      ...version,
      // A model has more than its outline.
      types: undefined,
      functions: undefined,
      conversions: undefined,
    })),
  };
}

/** The checksum of the cache vouches for the inside. */
function isRecord(value: unknown): value is UnitRecord {
  return typeof value === "object" && value !== null && "outputs" in value && "groups" in value;
}
