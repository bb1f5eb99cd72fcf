import { parseJSON, stringifyJSON } from "crd-runtime";
import { applyDefaults, coerceMetadata, prune, pruneNulls } from "crd-runtime/schema";
import type { ApiObject } from "../../object.js";
import type { Conversion } from "../../resources/resource.js";
import type { StorageEntry } from "../../storage/entry.js";
import type { VersionSchema } from "../schemas.js";
import type { Converter } from "./converter.js";

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** What the conversion of one version of a definition needs to know. */
export interface CustomResourceConversionOptions {
  readonly group: string;
  /** The version that is spoken. */
  readonly version: string;
  readonly storageVersion: string;
  readonly storageKey: string;
  readonly epoch: number;
  /** By the name of the version. */
  readonly schemas: ReadonlyMap<string, VersionSchema>;
  readonly converter: Converter;
}

/**
 * Between one version of a definition and storage. What is stored as it is spoken goes out without being looked at; anything
 * else is defaulted by the schema that it was stored with, converted, and pruned by the schema that it is shown in.
 *
 * Follows crdConversionRESTOptionsGetter of apiextensions-apiserver.
 */
export class CustomResourceConversion implements Conversion {
  readonly storageVersion: string;
  readonly key: string;
  readonly #options: CustomResourceConversionOptions;
  /** Entries never change, so that what was made of them is kept as long as they are. */
  readonly #made = new WeakMap<StorageEntry, Uint8Array>();

  constructor(options: CustomResourceConversionOptions) {
    this.#options = options;
    this.storageVersion = options.storageVersion;
    this.key = `${options.storageKey}/${options.version}/${options.epoch}`;
  }

  fromStorage(
    entries: readonly StorageEntry[],
  ): readonly Uint8Array[] | Promise<readonly Uint8Array[]> {
    const missing = entries.filter((entry) => this.#ready(entry) === undefined);
    if (missing.length === 0) return this.#all(entries);
    const objects = missing.map((entry) => this.#decode(entry));
    const converted = this.#convert({ objects, version: this.#options.version });
    if (converted instanceof Promise) {
      return converted.then((done) => this.#keep(missing, done)).then(() => this.#all(entries));
    }
    this.#keep(missing, converted);
    return this.#all(entries);
  }

  toStorage(object: ApiObject): ApiObject | Promise<ApiObject> {
    const { version, storageVersion } = this.#options;
    if (version === storageVersion) return object;
    const converted = this.#convert({ objects: [object], version: storageVersion });
    return converted instanceof Promise
      ? converted.then(([first = object]) => this.#defaulted(first, storageVersion))
      : this.#defaulted(converted[0] ?? object, storageVersion);
  }

  #ready(entry: StorageEntry): Uint8Array | undefined {
    const { version, storageVersion, epoch } = this.#options;
    if (entry.epoch === epoch && version === storageVersion) return entry.value;
    return this.#made.get(entry);
  }

  #all(entries: readonly StorageEntry[]): readonly Uint8Array[] {
    return entries.map((entry) => this.#ready(entry) ?? entry.value);
  }

  #keep(entries: readonly StorageEntry[], objects: readonly ApiObject[]): void {
    for (const [index, entry] of entries.entries()) {
      const object = objects[index];
      if (object !== undefined) this.#made.set(entry, encoder.encode(stringifyJSON(object)));
    }
  }

  #decode(entry: StorageEntry): ApiObject {
    // What is in storage was an object when it was written.
    const object = parseJSON(decoder.decode(entry.value)) as ApiObject;
    if (entry.epoch === this.#options.epoch) return object;
    const version = versionOf(object);
    return this.#defaulted(this.#pruned(object, version), version);
  }

  #convert(input: {
    readonly objects: readonly ApiObject[];
    readonly version: string;
  }): readonly ApiObject[] | Promise<readonly ApiObject[]> {
    const { objects, version } = input;
    const apiVersion = `${this.#options.group}/${version}`;
    if (objects.every((object) => object.apiVersion === apiVersion)) return objects;
    const converted = this.#options.converter.convert({ objects, apiVersion });
    const finish = (done: readonly ApiObject[]): readonly ApiObject[] =>
      done.map((object) => this.#pruned(object, version));
    return converted instanceof Promise ? converted.then(finish) : finish(converted);
  }

  #pruned(object: ApiObject, version: string): ApiObject {
    const schema = this.#options.schemas.get(version);
    if (schema === undefined) return object;
    const { structural } = schema;
    prune({ object, schema: structural });
    pruneNulls(object, structural);
    if (schema.hasEmbedded) {
      coerceMetadata({ object, schema: structural, root: "value", malformed: "drop" });
    }
    return object;
  }

  #defaulted(object: ApiObject, version: string): ApiObject {
    const schema = this.#options.schemas.get(version);
    if (schema !== undefined) applyDefaults({ object, schema: schema.structural });
    return object;
  }
}

function versionOf(object: ApiObject): string {
  return object.apiVersion.slice(object.apiVersion.indexOf("/") + 1);
}
