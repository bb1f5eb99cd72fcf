import type { FieldSet } from "crd-runtime";
import type { SelectableField } from "crd-runtime/apiextensions/v1";
import type { ApiObject } from "../object.js";
import type { SelectableFields } from "../resources/resource.js";

const none: FieldSet = {};

/** What field selectors may name of custom resources: their name, their namespace and what the definition lists. */
export function selectableFieldsOf(input: {
  readonly fields: readonly SelectableField[] | undefined;
  readonly namespaced: boolean;
}): SelectableFields {
  const { fields = [], namespaced } = input;
  const own = fields.map(({ jsonPath }) => {
    const name = jsonPath.replace(/^\./, "");
    return { name, steps: name.split(".") };
  });
  return {
    supported: [
      "metadata.name",
      ...(namespaced ? ["metadata.namespace"] : []),
      ...own.map(({ name }) => name),
    ],
    of(object): FieldSet {
      if (own.length === 0) return none;
      const set: Record<string, string> = {};
      for (const { name: field, steps } of own) set[field] = valueAt(object, steps);
      return set;
    },
  };
}

/** `""` where nothing stands. */
function valueAt(object: ApiObject, steps: readonly string[]): string {
  let value: unknown = object;
  for (const step of steps) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return "";
    value = (value as Readonly<Record<string, unknown>>)[step];
  }
  return value === null || value === undefined ? "" : String(value);
}
