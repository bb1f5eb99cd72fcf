import type { KubernetesObject, ManagedFieldsEntry } from "../meta/index.js";
import { RecentlyUsed } from "./recently-used.js";

type FieldsV1 = NonNullable<ManagedFieldsEntry["fieldsV1"]>;

const generationSize = 500;
/** Longer sets of fields are seldom alike, and would make what is remembered large. */
const maxTextLength = 8_192;

/**
 * Lets objects have in common what they hold alike: the sets of fields that managers own, mostly one of a few and half of an
 * object, and the names of managers and namespaces. Cached objects are not changed, so that nobody notices.
 */
export class PartSharing {
  readonly #texts = new RecentlyUsed<string>(generationSize);
  readonly #fields = new RecentlyUsed<FieldsV1>(generationSize);

  /** Puts shared parts into the object in the place of its own. What is frozen stays as it is. */
  share<T extends KubernetesObject>(object: T): T {
    const { metadata } = object;
    if (Object.isFrozen(object) || Object.isFrozen(metadata)) return object;
    if (typeof object.apiVersion === "string") object.apiVersion = this.#text(object.apiVersion);
    if (typeof metadata.namespace === "string") metadata.namespace = this.#text(metadata.namespace);
    const { managedFields } = metadata;
    if (Array.isArray(managedFields)) {
      for (const entry of managedFields) this.#shareEntry(entry);
    }
    return object;
  }

  #shareEntry(entry: ManagedFieldsEntry): void {
    if (Object.isFrozen(entry)) return;
    if (typeof entry.manager === "string") entry.manager = this.#text(entry.manager);
    if (typeof entry.apiVersion === "string") entry.apiVersion = this.#text(entry.apiVersion);
    if (typeof entry.fieldsV1 === "object") entry.fieldsV1 = this.#fieldSet(entry.fieldsV1);
  }

  #text(own: string): string {
    return this.#texts.getOrInsert({ key: own, value: own });
  }

  #fieldSet(own: FieldsV1): FieldsV1 {
    const key = textOf(own);
    if (key === undefined || key.length > maxTextLength) return own;
    return this.#fields.getOrInsert({ key, value: own });
  }
}

/** Undefined for what JSON cannot say: a server may send anything there, such as an integer that is a bigint here. */
function textOf(fields: FieldsV1): string | undefined {
  try {
    return JSON.stringify(fields);
  } catch {
    return undefined;
  }
}
