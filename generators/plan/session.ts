import { type SourceFile, sha256 } from "../files.js";
import type { ProjectConfig } from "../options/config.js";
import type { Render } from "../render/index.js";
import type { Tool } from "../tool.js";
import type { Cache } from "./cache.js";

/** What one process keeps from run to run, so that the next one does only what has changed. */
export class Session {
  /** Whether there is a next one. */
  readonly goesOn: boolean;
  readonly #digests = new Map<string, { readonly text: string; readonly digest: string }>();
  readonly #values = new Map<string, unknown>();
  #fingerprint: string | undefined;
  readonly #renders = new Map<string, Render>();

  constructor(input: { readonly goesOn: boolean } = { goesOn: true }) {
    this.goesOn = input.goesOn;
  }

  /** SHA-256 of a source's text. */
  digestOf = ({ path, text }: SourceFile): string => {
    const known = this.#digests.get(path);
    if (known?.text === text) return known.digest;
    const digest = sha256(text);
    this.#digests.set(path, { text, digest });
    return digest;
  };

  /** The mark of the tool, which stays what it is while the process runs. */
  fingerprintOf(tool: Pick<Tool, "fingerprint">): string {
    this.#fingerprint ??= tool.fingerprint();
    return this.#fingerprint;
  }

  /** A cache of which this process reads each entry once. What it writes it remembers for the next run, if there is one. */
  remember(cache: Cache): Cache {
    const values = this.#values;
    return {
      get: (name) => {
        if (!values.has(name)) values.set(name, cache.get(name));
        return values.get(name);
      },
      set: (entry) => {
        if (this.goesOn) values.set(entry.name, entry.value);
        else values.delete(entry.name);
        cache.set(entry);
      },
      getCode: (entry) => cache.getCode(entry),
      setCode: (entry) => cache.setCode(entry),
      prune: (entries) => {
        for (const name of values.keys()) {
          if (name.startsWith(`${entries.folder}/`) && !entries.keep.has(name)) values.delete(name);
        }
        cache.prune(entries);
      },
    };
  }

  /** The engine with the templates that it has compiled. */
  renderFor(
    config: Pick<ProjectConfig, "importExtension">,
    make: (importExtension: ProjectConfig["importExtension"]) => Render,
  ): Render {
    const { importExtension } = config;
    const render = this.#renders.get(importExtension) ?? make(importExtension);
    this.#renders.set(importExtension, render);
    return render;
  }
}
