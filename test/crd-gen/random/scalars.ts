import type { Value } from "./model.js";

const text: Value = {
  go: "string",
  typeScript: "string",
  shape: "text",
  defaults: [
    ...[
      "word",
      '"x: y"',
      '`a "b" \\n`',
      '"true"',
      "two words",
      '"1"',
      '""',
      "null",
      '"é\\t\\u00e9"',
    ],
    ...["'single'", "a:b", '" "', "-", "~", '"it\'s"', "2024-01-01", '"0x1F"', '"1e3"', '"#"'],
  ],
};

/** Types that both languages know. */
export const scalars: readonly Value[] = [
  text,
  text,
  { go: "int32", typeScript: "int32", shape: "whole", defaults: ["3", "-3", "0", "2147483647"] },
  {
    go: "int64",
    typeScript: "int64",
    shape: "whole",
    defaults: ["9007199254740991", "-1000000"],
  },
  { go: "int", typeScript: "integer", shape: "whole", defaults: ["1"] },
  { go: "bool", typeScript: "boolean", shape: "truth", defaults: ["true", "false"] },
  {
    go: "metav1.Time",
    typeScript: "Time",
    shape: "other",
    defaults: ['"2024-01-01T00:00:00Z"'],
  },
  { go: "metav1.MicroTime", typeScript: "MicroTime", shape: "other" },
  { go: "metav1.Duration", typeScript: "Duration", shape: "other", defaults: ["5m", '"1h0m"'] },
  {
    go: "intstr.IntOrString",
    typeScript: "IntOrString",
    shape: "other",
    defaults: ["5", '"50%"', "http"],
  },
  {
    go: "resource.Quantity",
    typeScript: "Quantity",
    shape: "other",
    defaults: ["100Mi", "1", '"0.5"'],
  },
  {
    go: "runtime.RawExtension",
    typeScript: "RawExtension",
    shape: "other",
    defaults: ["{a: {b: 1}}"],
  },
  {
    go: "apiextensionsv1.JSON",
    typeScript: "JSONValue",
    shape: "other",
    defaults: ["{a: {b: {1,2}}}", "1", "word", "true", '{"x-y": "z", a: ""}', "{}"],
  },
  { go: "[]byte", typeScript: "Bytes", shape: "other", defaults: ['"YQ=="'] },
  { go: "metav1.LabelSelector", typeScript: "LabelSelector", shape: "other" },
  { go: "metav1.Condition", typeScript: "Condition", shape: "other" },
  { go: "metav1.ObjectMeta", typeScript: "ObjectMeta", shape: "other" },
  {
    go: "float64",
    typeScript: "number",
    shape: "other",
    defaults: ["1.5", "-0.25", "2", "1000000.5"],
  },
];

/** Enumerations, of words or of numbers, as members or under a name. */
export const enums: readonly Value[] = [
  enumeration({ go: "string", values: ['"Fifo"', '"Priority"', '"lifo"'] }),
  enumeration({
    go: "string",
    values: ['"on"', '"off"', '"1"', '"True"', '"a: b"', '"1.10"', `"it's"`],
  }),
  enumeration({ go: "string", values: ['""'] }),
  enumeration({ go: "int", values: ["1", "2", "-4"] }),
];

/** An enumeration of words under a name whose values are constants in Go. */
export const constants: Value = {
  ...enumeration({ go: "string", values: ['"b"', '"a b"', '"a"', '"<"', '"Z"', '"é"', '"a\\"b"'] }),
  goMarkers: [],
};

function enumeration(input: { readonly go: string; readonly values: readonly string[] }): Value {
  const { go, values } = input;
  return {
    go,
    typeScript: values.join(" | "),
    shape: "enum",
    defaults: values,
    goMarkers: [`kubebuilder:validation:Enum=${values.join(";")}`],
  };
}
