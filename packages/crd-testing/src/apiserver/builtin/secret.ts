import { createPrivateKey, X509Certificate } from "node:crypto";
import type { Clock } from "crd-runtime";
import {
  dnsSubdomainErrors,
  type FieldError,
  invalid,
  required,
  tooLong,
} from "crd-runtime/schema";
import type { ApiObject, JsonObject } from "../object.js";
import type { ApiResource, Update } from "../resources/resource.js";
import { builtInResource } from "./built-in-resource.js";
import { ageColumn, column, nameColumn } from "./columns.js";
import { immutableErrors } from "./config-map.js";
import { dataKeyErrors, decodedLength, maxDataBytes } from "./keys.js";
import { secret } from "./types/core.js";

interface Secret extends ApiObject {
  immutable?: boolean;
  data?: Record<string, string>;
  type?: string;
}

/** Secrets; validation of core/validation. */
export function secrets(clock: Clock): ApiResource {
  return builtInResource({
    group: "",
    resource: "secrets",
    kind: "Secret",
    scope: "Namespaced",
    rules: {
      type: secret,
      validateName: dnsSubdomainErrors,
      default: setDefaults,
      prepareForCreate: moveStringData,
      prepareForUpdate({ object, old }) {
        moveStringData(object);
        if ((object["type"] ?? "") === "") object["type"] = old["type"];
      },
      validate,
      validateUpdate,
      warnings: (object) => tlsWarnings(object as Secret),
    },
    fields: {
      supported: ["type"],
      of: (object) => ({ type: (object as Secret).type ?? "" }),
    },
    columns: [
      nameColumn,
      column({
        name: "Type",
        description:
          "Used to facilitate programmatic handling of secret data. More info: " +
          "https://kubernetes.io/docs/concepts/configuration/secret/#secret-types",
        cell: (object) => (object as Secret).type ?? "",
      }),
      column({
        name: "Data",
        description:
          "Data contains the secret data. Each key must consist of alphanumeric characters, '-', '_' or '.'. The serialized " +
          "form of the secret data is a base64 encoded string, representing the arbitrary (possibly non-string) data value here. " +
          "Described in https://tools.ietf.org/html/rfc4648#section-4",
        cell: (object) => Object.keys((object as Secret).data ?? {}).length,
      }),
      ageColumn(clock),
    ],
  });
}

function setDefaults(object: JsonObject): void {
  if ((object["type"] ?? "") === "") object["type"] = "Opaque";
  moveStringData(object);
}

/** stringData is for writing only. */
function moveStringData(object: JsonObject): void {
  // It was decoded as a map of texts.
  const stringData = object["stringData"] as Record<string, string> | undefined;
  if (stringData === undefined) return;
  delete object["stringData"];
  const moved = Object.entries(stringData).map(([key, value]) => [
    key,
    Buffer.from(value).toString("base64"),
  ]);
  const data = object["data"] as Record<string, string> | undefined;
  object["data"] = Object.fromEntries([...Object.entries(data ?? {}), ...moved]);
}

function validate(object: ApiObject): readonly FieldError[] {
  const { data = {} } = object as Secret;
  const errors: FieldError[] = [];
  let size = 0;
  for (const [key, value] of Object.entries(data)) {
    errors.push(...dataKeyErrors({ key, member: "data" }));
    size += decodedLength(value ?? "");
  }
  if (size > maxDataBytes) errors.push(tooLong("data", maxDataBytes));
  return [...errors, ...typeErrors(object as Secret)];
}

function typeErrors({ type, data = {}, metadata }: Secret): readonly FieldError[] {
  const has = (key: string): boolean => Object.hasOwn(data, key);
  const missing = (...keys: readonly string[]): readonly FieldError[] =>
    keys.filter((key) => !has(key)).map((key) => required(`data[${key}]`));
  switch (type) {
    case "kubernetes.io/service-account-token": {
      const name = "kubernetes.io/service-account.name";
      return (metadata.annotations?.[name] ?? "") === ""
        ? [required(`metadata.annotations[${name}]`)]
        : [];
    }
    case "kubernetes.io/dockercfg":
      return has(".dockercfg") ? jsonErrors(".dockercfg", data) : missing(".dockercfg");
    case "kubernetes.io/dockerconfigjson":
      return has(".dockerconfigjson")
        ? jsonErrors(".dockerconfigjson", data)
        : missing(".dockerconfigjson");
    case "kubernetes.io/basic-auth":
      return has("username") || has("password") ? [] : missing("username", "password");
    case "kubernetes.io/ssh-auth":
      return decodedLength(data["ssh-privatekey"] ?? "") === 0
        ? [required("data[ssh-privatekey]")]
        : [];
    case "kubernetes.io/tls":
      return missing("tls.crt", "tls.key");
    default:
      return [];
  }
}

/** What the server says of a key pair that clients cannot use, as far as PEM goes and the key fits. Follows tls.X509KeyPair. */
function tlsWarnings({ type, data = {} }: Secret): readonly string[] {
  if (type !== "kubernetes.io/tls") return [];
  const [certificate = "", key = ""] = ["tls.crt", "tls.key"].map((name) =>
    Buffer.from(data[name] ?? "", "base64").toString("latin1"),
  );
  for (const [name, text] of [
    ["certificate", certificate],
    ["key", key],
  ] as const) {
    if (!/-----BEGIN [^-]+-----/.test(text)) {
      return [`tls: failed to find any PEM data in ${name} input`];
    }
  }
  try {
    const fits = new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key));
    return fits ? [] : ["tls: private key does not match public key"];
  } catch {
    return [];
  }
}

function jsonErrors(key: string, data: Readonly<Record<string, string>>): readonly FieldError[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(data[key] ?? "", "base64").toString());
    if (typeof value === "object" && !Array.isArray(value)) return [];
    return [
      redacted(key, "json: cannot unmarshal value into Go value of type map[string]interface {}"),
    ];
  } catch (error) {
    return [redacted(key, error instanceof Error ? error.message : String(error))];
  }
}

function redacted(key: string, detail: string): FieldError {
  return invalid({ field: `data[${key}]`, value: "<secret contents redacted>", detail });
}

function validateUpdate({ object, old }: Update): readonly FieldError[] {
  const before = old as Secret;
  const type = (object as Secret).type;
  const errors: FieldError[] = [];
  if (type !== before.type) {
    errors.push(invalid({ field: "type", value: type, detail: "field is immutable" }));
  }
  if (before.immutable !== true) return errors;
  return [...errors, ...immutableErrors({ object, old, members: ["data"] })];
}
