import type { Declaration, Field, RandomApi, Version } from "./model.js";

const builtins = [
  ...["Bytes", "Condition", "Duration", "IntOrString", "LabelSelector", "MicroTime"],
  ...["Quantity", "RawExtension", "Time", "int32", "int64", "integer"],
];

const imports = [
  ["metav1.", 'metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"'],
  ["intstr.", '"k8s.io/apimachinery/pkg/util/intstr"'],
  ["resource.", '"k8s.io/apimachinery/pkg/api/resource"'],
  ["runtime.", '"k8s.io/apimachinery/pkg/runtime"'],
  [
    "apiextensionsv1.",
    'apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"',
  ],
] as const;

/** A version of the API as a Go package. */
export function goPackage(api: RandomApi, version: Version): string {
  const body = [
    ...goHead({ of: version, indent: "" }),
    `type ${api.kind} struct {`,
    '\tmetav1.TypeMeta   `json:",inline"`',
    '\tmetav1.ObjectMeta `json:"metadata,omitempty"`',
    ...goField(version.spec, "Spec"),
    ...goField(version.status, "Status"),
    "}",
    ...version.declarations.flatMap((one) => ["", ...goDeclaration(one)]),
  ].join("\n");
  const used = imports.flatMap(([use, path]) =>
    new RegExp(`[\\s\\]*]${use}`).test(body) ? [`\t${path}`] : [],
  );
  const head = [
    ...[`groupName=${api.group}`, ...version.packageMarkers].map((marker) => `// +${marker}`),
    ...[`package ${version.name}`, "", "import (", ...used, ")", ""],
  ];
  return `${[...head, body].join("\n")}\n`;
}

function goDeclaration(declaration: Declaration): readonly string[] {
  const { name, type, bases } = declaration;
  if ("go" in type) {
    const markers = [...(type.goMarkers ?? []), ...declaration.markers];
    const head = goHead({ of: { ...declaration, markers }, indent: "" });
    const isListed = markers.includes("k8s:enum");
    const values = isListed ? type.typeScript.split(" | ") : [];
    const listed = values.map((value, index) => `const ${name}${index} ${name} = ${value}`);
    return [...head, `type ${name} ${type.go}`, ...listed];
  }
  return [
    ...goHead({ of: declaration, indent: "" }),
    `type ${name} struct {`,
    ...bases.map((base) => `\t${base} \`json:",inline"\``),
    ...type.flatMap((field, index) => goField(field, `F${index}`)),
    "}",
  ];
}

function goField(field: Field, goName: string): readonly string[] {
  const { name, value, optional, isPointer, omit, isNullable } = field;
  const markers = [
    ...(value.goMarkers ?? []),
    ...field.markers,
    ...(isNullable ? ["nullable"] : []),
  ];
  const type = `${isPointer ? "*" : ""}${value.go}`;
  return [
    ...goHead({ of: { ...field, markers }, indent: "\t" }),
    `\t${goName} ${type} \`json:"${name}${optional ? omit : ""}"\``,
  ];
}

type Head = Pick<Field, "comment" | "markers" | "layout">;

function goHead(input: { readonly of: Head; readonly indent: string }): readonly string[] {
  const { of, indent } = input;
  const comment = of.comment.map((text) => `// ${text}`);
  const markers = of.markers.map((marker) => `// +${marker}`);
  return laidOut({ comment, markers, layout: of.layout }).map((line) => line && `${indent}${line}`);
}

function laidOut({ comment, markers, layout }: Head): readonly string[] {
  if (layout === "before") return [...markers, ...comment];
  if (layout === "apart" && markers.length > 0) return [...markers, "", ...comment];
  return [...comment, ...markers];
}

/** A version of the API as a module of TypeScript. */
export function typeScriptModule(api: RandomApi, version: Version): string {
  const root = { ...version, markers: ["kubebuilder:object:root=true", ...version.markers] };
  const body = [
    ...typeScriptHead({ of: root, indent: "" }),
    `export interface ${api.kind} extends TypeMeta {`,
    "  metadata: ObjectMeta;",
    ...typeScriptField(version.spec),
    ...typeScriptField(version.status),
    "}",
    ...version.declarations.flatMap((one) => ["", ...typeScriptDeclaration(one)]),
  ].join("\n");
  const used = builtins.filter((name) => new RegExp(`[ <]${name}\\b(?!:)`).test(body));
  const imported = ["JSON as JSONValue", ...used, "ObjectMeta", "TypeMeta"].join(", ");
  return `import type { ${imported} } from "crd-runtime";\n\n${body}\n`;
}

/** The module beside it, with the markers of the version. */
export function typeScriptDoc(api: RandomApi, version: Version): string {
  const markers = [`groupName=${api.group}`, ...version.packageMarkers];
  return `${markers.map((marker) => `// +${marker}\n`).join("")}export {};\n`;
}

function typeScriptDeclaration(declaration: Declaration): readonly string[] {
  const { name, type, bases } = declaration;
  const head = typeScriptHead({ of: declaration, indent: "" });
  if ("go" in type) return [...head, `export type ${name} = ${type.typeScript};`];
  const clause = bases.length === 0 ? "" : ` extends ${bases.join(", ")}`;
  return [...head, `export interface ${name}${clause} {`, ...type.flatMap(typeScriptField), "}"];
}

function typeScriptField(field: Field): readonly string[] {
  const { name, value, optional, isNullable } = field;
  const key = /^[a-zA-Z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
  const type = `${value.typeScript}${isNullable ? " | null" : ""}`;
  return [
    ...typeScriptHead({ of: field, indent: "  " }),
    `  ${key}${optional ? "?" : ""}: ${type};`,
  ];
}

function typeScriptHead(input: { readonly of: Head; readonly indent: string }): readonly string[] {
  const { of, indent } = input;
  const { comment, layout } = of;
  const isInside = layout === "inside" && comment.length > 0;
  const inside = isInside ? of.markers.map((marker) => `+${marker}`) : [];
  const block = [...comment, ...inside].map((text) => ` * ${text}`);
  const doc = block.length === 0 ? [] : ["/**", ...block, " */"];
  const markers = isInside ? [] : of.markers.map((marker) => `// +${marker}`);
  return laidOut({ comment: doc, markers, layout }).map((line) => line && `${indent}${line}`);
}
