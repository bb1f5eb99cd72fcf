import type { NamedFormat } from "../library/named-format.js";
import type { Cidr, Ip } from "./ip.js";
import type { CelList } from "./list.js";
import type { CelMap } from "./map.js";
import type { Optional } from "./optional.js";
import type { Quantity } from "./quantity.js";
import type { Semver } from "./semver.js";
import type { Duration, Timestamp } from "./time.js";
import type { TypeValue } from "./type-value.js";
import type { Uint } from "./uint.js";
import type { UnknownValue } from "./unknown-value.js";
import type { Url } from "./url.js";

/** A value that an expression has: int is `bigint`, double is `number`. */
export type CelValue =
  | CelList
  | CelMap
  | Cidr
  | Duration
  | Ip
  | NamedFormat
  | Optional
  | Quantity
  | Semver
  | Timestamp
  | TypeValue
  | Uint
  | Uint8Array
  | UnknownValue
  | Url
  | bigint
  | boolean
  | null
  | number
  | string;
