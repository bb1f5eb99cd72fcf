/** Names of the types without parameters; the capital ones are Kubernetes'. */
export type SimpleTypeName =
  | "CIDR"
  | "IP"
  | "NamedFormat"
  | "Quantity"
  | "Semver"
  | "URL"
  | "bool"
  | "bytes"
  | "double"
  | "duration"
  | "dyn"
  | "int"
  | "null_type"
  | "string"
  | "timestamp"
  | "uint";

/** A static type. Types are compared by structure, objects by identity: each schema node is a type of its own. */
export type CelType =
  | { readonly kind: SimpleTypeName }
  | { readonly kind: "list"; readonly element: CelType }
  | { readonly kind: "map"; readonly key: CelType; readonly value: CelType }
  | {
      readonly kind: "object";
      readonly name: string;
      readonly fields: ReadonlyMap<string, CelType>;
    }
  | { readonly kind: "optional"; readonly value: CelType }
  | { readonly kind: "type"; readonly of: CelType }
  /** A parameter of a function's signature, or a variable that stands for a type not yet known. */
  | { readonly kind: "param"; readonly name: string };

function simple<Name extends SimpleTypeName>(kind: Name): { readonly kind: Name } {
  return { kind };
}

/** The types without parameters, by name. */
export const simpleTypes: { readonly [Name in SimpleTypeName]: { readonly kind: Name } } = {
  CIDR: simple("CIDR"),
  IP: simple("IP"),
  NamedFormat: simple("NamedFormat"),
  Quantity: simple("Quantity"),
  Semver: simple("Semver"),
  URL: simple("URL"),
  bool: simple("bool"),
  bytes: simple("bytes"),
  double: simple("double"),
  duration: simple("duration"),
  dyn: simple("dyn"),
  int: simple("int"),
  null_type: simple("null_type"),
  string: simple("string"),
  timestamp: simple("timestamp"),
  uint: simple("uint"),
};

/** Whether the name is that of a type without parameters. */
export function isSimpleTypeName(name: string): name is SimpleTypeName {
  return Object.hasOwn(simpleTypes, name);
}

export function listOf(element: CelType): CelType {
  return { kind: "list", element };
}

export function mapOf(input: { readonly key: CelType; readonly value: CelType }): CelType {
  return { kind: "map", ...input };
}

export function optionalOf(value: CelType): CelType {
  return { kind: "optional", value };
}

export function typeOf(of: CelType): CelType {
  return { kind: "type", of };
}

/** Types within a type. */
export function partsOf(type: CelType): readonly CelType[] {
  switch (type.kind) {
    case "list":
      return [type.element];
    case "map":
      return [type.key, type.value];
    case "optional":
      return [type.value];
    default:
      return [];
  }
}

/** Whether two types are the same, parameters included. */
export function sameType(left: CelType, right: CelType): boolean {
  if (left === right) return true;
  if (left.kind !== right.kind) return false;
  if (left.kind === "object") return false;
  if (left.kind === "type" && right.kind === "type") return sameType(left.of, right.of);
  if (left.kind === "param" && right.kind === "param") return left.name === right.name;
  const rightParts = partsOf(right);
  return partsOf(left).every((part, index) => {
    const other = rightParts[index];
    return other !== undefined && sameType(part, other);
  });
}

const outerNames: { readonly [Name in SimpleTypeName]?: string } = {
  CIDR: "net.CIDR",
  IP: "net.IP",
  NamedFormat: "kubernetes.NamedFormat",
  Quantity: "kubernetes.Quantity",
  Semver: "kubernetes.Semver",
  URL: "kubernetes.URL",
  null_type: "null",
};

/** A type as messages show it: `list(int)`. */
export function formatType(type: CelType): string {
  switch (type.kind) {
    case "list":
      return `list(${formatType(type.element)})`;
    case "map":
      return `map(${formatType(type.key)}, ${formatType(type.value)})`;
    case "optional":
      return `optional_type(${formatType(type.value)})`;
    case "type":
      return `type(${formatType(type.of)})`;
    case "object":
    case "param":
      return type.name;
    default:
      return outerNames[type.kind] ?? type.kind;
  }
}
