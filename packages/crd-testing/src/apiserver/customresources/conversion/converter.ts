import type { ApiObject } from "../../object.js";

/** Converts objects between the versions of a definition. */
export interface Converter {
  /**
   * An object in another version; one that has that version already is given back as it is. The object may be changed in
   * place.
   *
   * @throws or rejects with a StatusError 500
   */
  convert(input: {
    readonly object: ApiObject;
    /** `example.com/v1`. */
    readonly apiVersion: string;
  }): ApiObject | Promise<ApiObject>;
}

/** Changes the apiVersion, and nothing else: strategy None. */
export const noneConverter: Converter = {
  convert({ object, apiVersion }) {
    object.apiVersion = apiVersion;
    return object;
  },
};
