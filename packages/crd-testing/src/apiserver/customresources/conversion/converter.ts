import type { ApiObject } from "../../object.js";

/** Converts objects between the versions of a definition. */
export interface Converter {
  /**
   * Objects in another version, in the same order; objects that have that version already are given back as they are. The
   * objects may be changed in place.
   *
   * @throws or rejects with a StatusError 500
   */
  convert(input: {
    readonly objects: readonly ApiObject[];
    /** `example.com/v1`. */
    readonly apiVersion: string;
  }): readonly ApiObject[] | Promise<readonly ApiObject[]>;
}

/** Changes the apiVersion, and nothing else: strategy None. */
export const noneConverter: Converter = {
  convert({ objects, apiVersion }) {
    for (const object of objects) object.apiVersion = apiVersion;
    return objects;
  },
};
