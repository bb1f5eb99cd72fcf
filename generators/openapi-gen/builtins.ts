import type { BuiltinName } from "../model/index.js";
import { metaDefinitions } from "./meta-definitions.js";
import { refTo, type Schema } from "./schema.js";

const meta = "io.k8s.apimachinery.pkg.apis.meta.v1";

/** Those that are written where they are used. */
const inline: Partial<Readonly<Record<BuiltinName, Schema>>> = {
  integer: { type: "integer" },
  int32: { type: "integer", format: "int32" },
  int64: { type: "integer", format: "int64" },
  float: { type: "number", format: "float" },
  double: { type: "number", format: "double" },
  Bytes: { type: "string", format: "byte" },
};

/** Those of packages other than meta/v1. */
const others = {
  Quantity: "io.k8s.apimachinery.pkg.api.resource.Quantity",
  IntOrString: "io.k8s.apimachinery.pkg.util.intstr.IntOrString",
  RawExtension: "io.k8s.apimachinery.pkg.runtime.RawExtension",
  JSON: "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSON",
} as const;

/** The definitions of crd-runtime's types, by their names in the document. */
export const builtinDefinitions: ReadonlyMap<string, Schema> = new Map<string, Schema>([
  ...Object.entries(metaDefinitions).map(([name, schema]): [string, Schema] => [
    `${meta}.${name}`,
    schema,
  ]),
  [
    others.Quantity,
    {
      description: "Quantity is an amount with a unit: 500m, 1Gi, 2.",
      oneOf: [{ type: "string" }, { type: "number" }],
    },
  ],
  [
    others.IntOrString,
    {
      description: "IntOrString is a whole number, or a string: a percentage, the name of a port.",
      format: "int-or-string",
      oneOf: [{ type: "integer" }, { type: "string" }],
    },
  ],
  [
    others.RawExtension,
    {
      description: "RawExtension is an object of which no more is known.",
      type: "object",
    },
  ],
  [others.JSON, { description: "JSON is any value." }],
]);

function isOther(name: BuiltinName): name is keyof typeof others {
  return Object.hasOwn(others, name);
}

/** The name of the definition of a type of crd-runtime. */
export function builtinName(name: BuiltinName): string {
  return isOther(name) ? others[name] : `${meta}.${name}`;
}

/** What stands where a type of crd-runtime is used. */
export function builtinSchema(name: BuiltinName): Schema {
  return inline[name] ?? refTo(builtinName(name));
}
