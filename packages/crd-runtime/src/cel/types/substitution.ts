import {
  type CelType,
  listOf,
  mapOf,
  optionalOf,
  partsOf,
  sameType,
  simpleTypes,
  typeOf,
} from "./type.js";

/** What type parameters stand for. */
export type Bindings = ReadonlyMap<string, CelType>;

/** Replaces type parameters by what they stand for. */
export function substitute(input: {
  readonly type: CelType;
  readonly bindings: Bindings;
}): CelType {
  const { type, bindings } = input;
  const inner = (part: CelType): CelType => substitute({ type: part, bindings });
  switch (type.kind) {
    case "param": {
      const bound = bindings.get(type.name);
      return bound === undefined ? type : inner(bound);
    }
    case "list":
      return listOf(inner(type.element));
    case "map":
      return mapOf({ key: inner(type.key), value: inner(type.value) });
    case "optional":
      return optionalOf(inner(type.value));
    case "type":
      return typeOf(inner(type.of));
    default:
      return type;
  }
}

/** Replaces type parameters that stand for nothing by dyn. */
export function closed(input: { readonly type: CelType; readonly bindings: Bindings }): CelType {
  const open = (type: CelType): CelType => {
    switch (type.kind) {
      case "param":
        return simpleTypes.dyn;
      case "list":
        return listOf(open(type.element));
      case "map":
        return mapOf({ key: open(type.key), value: open(type.value) });
      case "optional":
        return optionalOf(open(type.value));
      case "type":
        return typeOf(open(type.of));
      default:
        return type;
    }
  };
  return open(substitute(input));
}

/**
 * Whether a value of each type may stand for one of the other, and what type parameters stand for then. Follows cel-go's
 * checker.isAssignableList: dyn fits everything, null fits objects, times and Kubernetes' types.
 */
export function assign(input: {
  readonly from: readonly CelType[];
  readonly to: readonly CelType[];
  readonly bindings: Bindings;
}): Bindings | undefined {
  const { from, to } = input;
  if (from.length !== to.length) return undefined;
  const bindings = new Map(input.bindings);
  const fits = from.every((type, index) => {
    const other = to[index];
    return other !== undefined && assignable(bindings, type, other);
  });
  return fits ? bindings : undefined;
}

function assignable(bindings: Map<string, CelType>, from: CelType, to: CelType): boolean {
  if (to.kind === "param") {
    const bound = bind(bindings, from, to);
    if (bound === "bound" || bound === "kept") return true;
    if (bound === "refused") return false;
  }
  if (from.kind === "param") {
    const bound = bind(bindings, to, from);
    return bound === "bound" || bound === "kept";
  }
  if (from.kind === "dyn" || to.kind === "dyn") return true;
  if (from.kind === "null_type") return isNullable(to);
  if (to.kind === "null_type") return isNullable(from);
  switch (from.kind) {
    case "type":
      return to.kind === "type";
    case "list":
    case "map":
    case "optional": {
      const others = partsOf(to);
      return (
        from.kind === to.kind &&
        partsOf(from).every((part, index) => {
          const other = others[index];
          return other !== undefined && assignable(bindings, part, other);
        })
      );
    }
    default:
      return sameType(from, to);
  }
}

function isNullable(type: CelType): boolean {
  switch (type.kind) {
    case "null_type":
    case "object":
    case "optional":
    case "timestamp":
    case "duration":
    case "CIDR":
    case "IP":
    case "NamedFormat":
    case "Quantity":
    case "Semver":
    case "URL":
      return true;
    default:
      return false;
  }
}

/** Lets a parameter stand for a type: `kept` where it stood for something that fits, `refused` where it does not fit. */
function bind(
  bindings: Map<string, CelType>,
  type: CelType,
  param: CelType & { readonly kind: "param" },
): "bound" | "circular" | "kept" | "refused" {
  if (sameType(type, param)) return "kept";
  const old = bindings.get(param.name);
  if (old === undefined) {
    if (occursIn(bindings, param.name, type)) return "circular";
    bindings.set(param.name, type);
    return "bound";
  }
  if (sameType(type, old)) return "kept";
  if (!assignable(bindings, type, old)) return "refused";
  const general = mostGeneral(type, old);
  if (!occursIn(bindings, param.name, general)) bindings.set(param.name, general);
  return "kept";
}

function occursIn(bindings: Bindings, name: string, type: CelType): boolean {
  if (type.kind === "param") {
    if (type.name === name) return true;
    const bound = bindings.get(type.name);
    return bound !== undefined && occursIn(bindings, name, bound);
  }
  if (type.kind === "type") return occursIn(bindings, name, type.of);
  return partsOf(type).some((part) => occursIn(bindings, name, part));
}

/** The more general of two types that fit each other. */
export function mostGeneral(left: CelType, right: CelType): CelType {
  return isLessSpecific(left, right) ? left : right;
}

function isLessSpecific(left: CelType, right: CelType): boolean {
  if (left.kind === "dyn" || left.kind === "param") return true;
  if (right.kind === "dyn" || right.kind === "param") return false;
  if (left.kind !== right.kind) return false;
  if (left.kind === "type") return true;
  const parts = partsOf(left);
  if (parts.length === 0) return sameType(left, right);
  const others = partsOf(right);
  return parts.every((part, index) => {
    const other = others[index];
    return other !== undefined && isLessSpecific(part, other);
  });
}
