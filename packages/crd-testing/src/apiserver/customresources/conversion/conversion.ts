import { parseJSON, stringifyJSON } from "crd-runtime";
import {
  applyDefaults,
  coerceMetadata,
  prune,
  pruneNulls,
  type Structural,
} from "crd-runtime/schema";
import type { ApiObject } from "../../object.js";
import type { Conversion } from "../../resources/resource.js";
import type { StorageEntry } from "../../storage/entry.js";
import type { VersionSchema } from "../schemas.js";
import { type Converter, noneConverter } from "./converter.js";
import { type NotDecodable, NotDecodableError } from "./not-decodable-error.js";

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** What the conversion of one version of a definition needs to know. */
export interface CustomResourceConversionOptions {
  readonly group: string;
  /** Plural. */
  readonly resource: string;
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
    const pending: Promise<NotDecodable | undefined>[] = [];
    for (const entry of entries) {
      if (this.#ready(entry) !== undefined) continue;
      const converted = this.#convert({
        object: this.#decode(entry),
        version: this.#options.version,
      });
      if (converted instanceof Promise) pending.push(this.#keepLater(entry, converted));
      else this.#keep(entry, converted);
    }
    return pending.length === 0 ? this.#all(entries) : this.#allLater(entries, pending);
  }

  toStorage(object: ApiObject): ApiObject | Promise<ApiObject> {
    const { version, storageVersion } = this.#options;
    if (version === storageVersion) return object;
    const converted = this.#convert({ object, version: storageVersion });
    return converted instanceof Promise
      ? converted.then((done) => this.#defaulted(done, storageVersion))
      : this.#defaulted(converted, storageVersion);
  }

  schemaOf(apiVersion: string): Structural | undefined {
    const { group, converter, schemas } = this.#options;
    if (converter !== noneConverter || !apiVersion.startsWith(`${group}/`)) return undefined;
    return schemas.get(apiVersion.slice(group.length + 1))?.structural;
  }

  #ready(entry: StorageEntry): Uint8Array | undefined {
    const { version, storageVersion, epoch } = this.#options;
    if (entry.epoch === epoch && version === storageVersion) return entry.value;
    return this.#made.get(entry);
  }

  #all(entries: readonly StorageEntry[]): readonly Uint8Array[] {
    return entries.map((entry) => this.#ready(entry) ?? entry.value);
  }

  #keep(entry: StorageEntry, object: ApiObject): void {
    this.#made.set(entry, encoder.encode(stringifyJSON(object)));
  }

  /** Why it failed, when it did. */
  async #keepLater(
    entry: StorageEntry,
    converting: Promise<ApiObject>,
  ): Promise<NotDecodable | undefined> {
    try {
      this.#keep(entry, await converting);
      return undefined;
    } catch (cause) {
      return { entry, cause };
    }
  }

  async #allLater(
    entries: readonly StorageEntry[],
    pending: readonly Promise<NotDecodable | undefined>[],
  ): Promise<readonly Uint8Array[]> {
    const failed = (await Promise.all(pending)).filter((each) => each !== undefined);
    if (failed.length > 0) throw new NotDecodableError({ ...this.#options, failed });
    return this.#all(entries);
  }

  #decode(entry: StorageEntry): ApiObject {
    // What is in storage was an object when it was written.
    const object = parseJSON(decoder.decode(entry.value)) as ApiObject;
    if (entry.epoch === this.#options.epoch) return object;
    const version = versionOf(object);
    return this.#defaulted(this.#pruned(object, version), version);
  }

  #convert(input: {
    readonly object: ApiObject;
    readonly version: string;
  }): ApiObject | Promise<ApiObject> {
    const { object, version } = input;
    const apiVersion = `${this.#options.group}/${version}`;
    if (object.apiVersion === apiVersion) return object;
    const converted = this.#options.converter.convert({ object, apiVersion });
    return converted instanceof Promise
      ? converted.then((done) => this.#pruned(done, version))
      : this.#pruned(converted, version);
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
