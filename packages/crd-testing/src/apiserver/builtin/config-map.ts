import type { Clock } from "crd-runtime";
import {
  dnsSubdomainErrors,
  type FieldError,
  forbidden,
  invalid,
  tooLong,
} from "crd-runtime/schema";
import { equalJson } from "../json.js";
import type { ApiObject } from "../object.js";
import type { ApiResource, Update } from "../resources/resource.js";
import { builtInResource } from "./built-in-resource.js";
import { ageColumn, column, nameColumn } from "./columns.js";
import { dataKeyErrors, decodedLength, maxDataBytes } from "./keys.js";
import { configMap } from "./types/core.js";

interface ConfigMap extends ApiObject {
  immutable?: boolean;
  data?: Record<string, string>;
  binaryData?: Record<string, string>;
}

/** ConfigMaps; validation of core/validation. */
export function configMaps(clock: Clock): ApiResource {
  return builtInResource({
    group: "",
    resource: "configmaps",
    kind: "ConfigMap",
    scope: "Namespaced",
    shortNames: ["cm"],
    rules: { type: configMap, validateName: dnsSubdomainErrors, validate, validateUpdate },
    columns: [
      nameColumn,
      column({
        name: "Data",
        description:
          "Data contains the configuration data. Each key must consist of alphanumeric characters, '-', '_' or '.'. Values with " +
          "non-UTF-8 byte sequences must use the BinaryData field. The keys stored in Data must not overlap with the keys in the " +
          "BinaryData field, this is enforced during validation process.",
        cell: (object) => {
          const { data = {}, binaryData = {} } = object as ConfigMap;
          return Object.keys(data).length + Object.keys(binaryData).length;
        },
      }),
      ageColumn(clock),
    ],
  });
}

function validate(object: ApiObject): readonly FieldError[] {
  const { data = {}, binaryData = {} } = object as ConfigMap;
  const errors: FieldError[] = [];
  let size = 0;
  for (const [key, value] of Object.entries(data)) {
    errors.push(...dataKeyErrors({ key, member: "data" }));
    if (Object.hasOwn(binaryData, key)) {
      const detail = "duplicate of key present in binaryData";
      errors.push(invalid({ field: `data[${key}]`, value: key, detail }));
    }
    size += Buffer.byteLength(value);
  }
  for (const [key, value] of Object.entries(binaryData)) {
    errors.push(...dataKeyErrors({ key, member: "binaryData" }));
    size += decodedLength(value);
  }
  if (size > maxDataBytes) errors.push(tooLong("[]", maxDataBytes));
  return errors;
}

function validateUpdate({ object, old }: Update): readonly FieldError[] {
  const before = old as ConfigMap;
  return before.immutable === true
    ? immutableErrors({ object, old, members: ["data", "binaryData"] })
    : [];
}

/** What an immutable object must keep. */
export function immutableErrors(input: {
  readonly object: ApiObject;
  readonly old: ApiObject;
  readonly members: readonly string[];
}): readonly FieldError[] {
  const { object, old, members } = input;
  const detail = "field is immutable when `immutable` is set";
  const changed = members.filter((name) => !equalJson(object[name], old[name]));
  const fields = object["immutable"] === true ? changed : ["immutable", ...changed];
  return fields.map((field) => forbidden(field, detail));
}
