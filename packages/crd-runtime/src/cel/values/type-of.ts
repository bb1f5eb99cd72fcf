import { NamedFormat } from "../library/named-format.js";
import { Cidr, Ip } from "./ip.js";
import { CelList } from "./list.js";
import { CelMap } from "./map.js";
import { Optional } from "./optional.js";
import { Quantity } from "./quantity.js";
import { Semver } from "./semver.js";
import { Duration, Timestamp } from "./time.js";
import { TypeValue } from "./type-value.js";
import { Uint } from "./uint.js";
import { Url } from "./url.js";
import type { CelValue } from "./value.js";

/** Name of a value's type: `int`, `google.protobuf.Timestamp`. */
export function typeNameOf(value: CelValue): string {
  switch (typeof value) {
    case "bigint":
      return "int";
    case "boolean":
      return "bool";
    case "number":
      return "double";
    case "string":
      return "string";
    default:
      break;
  }
  if (value === null) return "null_type";
  if (value instanceof CelList) return "list";
  if (value instanceof CelMap) return "map";
  if (value instanceof Uint) return "uint";
  if (value instanceof Uint8Array) return "bytes";
  if (value instanceof Timestamp) return "google.protobuf.Timestamp";
  if (value instanceof Duration) return "google.protobuf.Duration";
  if (value instanceof Optional) return "optional_type";
  if (value instanceof TypeValue) return "type";
  if (value instanceof Quantity) return "kubernetes.Quantity";
  if (value instanceof Url) return "kubernetes.URL";
  if (value instanceof Ip) return "net.IP";
  if (value instanceof Cidr) return "net.CIDR";
  if (value instanceof Semver) return "kubernetes.Semver";
  if (value instanceof NamedFormat) return "kubernetes.NamedFormat";
  return "unknown";
}

/** The type of a value, as a value. */
export function typeValueOf(value: CelValue): TypeValue {
  return new TypeValue(typeNameOf(value));
}

/** Names that are types in an expression. */
export const typeNames: readonly string[] = [
  "bool",
  "bytes",
  "double",
  "google.protobuf.Duration",
  "google.protobuf.Timestamp",
  "int",
  "list",
  "map",
  "net.CIDR",
  "net.IP",
  "null_type",
  "optional_type",
  "string",
  "type",
  "uint",
];
