import { noSuchOverload } from "../errors.js";
import type { Overload } from "../types/signature.js";
import type { CelType } from "../types/type.js";
import { CelList } from "../values/list.js";
import { CelMap } from "../values/map.js";
import { Optional } from "../values/optional.js";
import { typeNameOf } from "../values/type-of.js";
import { TypeValue } from "../values/type-value.js";
import type { CelValue } from "../values/value.js";

/** Calls the first overload whose parameters the values fit. */
export function callFitting(overloads: readonly Overload[], args: readonly CelValue[]): CelValue {
  for (const overload of overloads) {
    if (args.every((value, index) => fits(value, overload.parameters[index]))) {
      return overload.call(args);
    }
  }
  throw noSuchOverload();
}

const valueTypes: { readonly [Kind in CelType["kind"]]?: string } = {
  CIDR: "net.CIDR",
  IP: "net.IP",
  NamedFormat: "kubernetes.NamedFormat",
  Quantity: "kubernetes.Quantity",
  Semver: "kubernetes.Semver",
  URL: "kubernetes.URL",
  duration: "google.protobuf.Duration",
  timestamp: "google.protobuf.Timestamp",
};

/** Whether a value is of a type; of lists the first element tells. */
function fits(value: CelValue, type: CelType | undefined): boolean {
  if (type === undefined) return false;
  switch (type.kind) {
    case "dyn":
    case "param":
      return true;
    case "list": {
      if (!(value instanceof CelList)) return false;
      const first = value.find(0);
      return first === undefined || fits(first, type.element);
    }
    case "map":
    case "object":
      return value instanceof CelMap;
    case "optional": {
      if (!(value instanceof Optional)) return false;
      const inner = value.get();
      return inner === undefined || fits(inner, type.value);
    }
    case "type":
      return value instanceof TypeValue;
    default:
      return typeNameOf(value) === (valueTypes[type.kind] ?? type.kind);
  }
}
