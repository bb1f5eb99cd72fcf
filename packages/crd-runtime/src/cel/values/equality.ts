import { equalJson } from "../../schema/json.js";
import { Cidr, Ip } from "./ip.js";
import { CelList } from "./list.js";
import { CelMap } from "./map.js";
import { Optional } from "./optional.js";
import { Quantity } from "./quantity.js";
import { Semver } from "./semver.js";
import { Duration, Timestamp } from "./time.js";
import { TypeValue } from "./type-value.js";
import { Uint } from "./uint.js";
import { UnknownValue } from "./unknown-value.js";
import { Url } from "./url.js";
import type { CelValue } from "./value.js";

/** Whether two values are equal. Numbers are compared across their types; values of other types that differ are not equal. */
export function equal(left: CelValue, right: CelValue): boolean {
  if (left === null || right === null) return left === right;
  switch (typeof left) {
    case "string":
    case "boolean":
      return left === right;
    case "bigint":
    case "number":
      return equalNumbers(left, right);
    default:
      break;
  }
  if (left instanceof CelList || left instanceof CelMap) return left.equals(right);
  if (left instanceof Uint) return equalNumbers(left.value, right);
  if (left instanceof Optional) {
    if (!(right instanceof Optional)) return false;
    const [own, other] = [left.get(), right.get()];
    return own === undefined || other === undefined ? own === other : equal(own, other);
  }
  if (left instanceof Uint8Array) {
    return right instanceof Uint8Array && Buffer.compare(left, right) === 0;
  }
  if (left instanceof Timestamp) return right instanceof Timestamp && left.nanos === right.nanos;
  if (left instanceof Duration) return right instanceof Duration && left.nanos === right.nanos;
  if (left instanceof TypeValue) return right instanceof TypeValue && left.name === right.name;
  if (left instanceof Quantity) return right instanceof Quantity && left.compare(right) === 0;
  if (left instanceof Url) return right instanceof Url && left.toString() === right.toString();
  if (left instanceof Ip) return right instanceof Ip && left.toString() === right.toString();
  if (left instanceof Cidr) return right instanceof Cidr && left.toString() === right.toString();
  if (left instanceof Semver) return right instanceof Semver && left.compare(right) === 0;
  if (left instanceof UnknownValue) {
    return right instanceof UnknownValue && equalJson(left.json, right.json);
  }
  return left === right;
}

function equalNumbers(left: bigint | number, right: CelValue): boolean {
  const other = right instanceof Uint ? right.value : right;
  if (typeof other === typeof left) return other === left;
  return (typeof other === "bigint" || typeof other === "number") && Number(left) === Number(other);
}
