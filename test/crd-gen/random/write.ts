import type { Declaration, Field, RandomApi } from "./random-api.js";

const builtins = ["Duration", "IntOrString", "Quantity", "Time", "int32", "int64"] as const;

/** The API as a Go package. */
export function goPackage(api: RandomApi): string {
  const body = [
    ...lines({ prefix: "// ", texts: api.comment }),
    ...api.markers.map((marker) => `// +${marker}`),
    `type ${api.kind} struct {`,
    '\tmetav1.TypeMeta   `json:",inline"`',
    '\tmetav1.ObjectMeta `json:"metadata,omitempty"`',
    '\tSpec ThingSpec `json:"spec"`',
    "}",
    ...api.declarations.flatMap((one) => ["", ...goDeclaration(one)]),
  ].join("\n");
  const imports = [
    ["metav1.", 'metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"'],
    ["intstr.", '"k8s.io/apimachinery/pkg/util/intstr"'],
    ["resource.", '"k8s.io/apimachinery/pkg/api/resource"'],
  ].flatMap(([use = "", path = ""]) =>
    new RegExp(`[\\s\\]]${use}`).test(body) ? [`\t${path}`] : [],
  );
  const head = [`// +groupName=${api.group}`, "package v1", "", "import (", ...imports, ")", ""];
  return `${[...head, body].join("\n")}\n`;
}

function goDeclaration({ name, comment, markers, type, base }: Declaration): readonly string[] {
  const head = [
    ...lines({ prefix: "// ", texts: comment }),
    ...markers.map((marker) => `// +${marker}`),
  ];
  if ("go" in type) return [...head, `type ${name} ${type.go}`];
  const inline = base === undefined ? [] : [`\t${base} \`json:",inline"\``];
  return [...head, `type ${name} struct {`, ...inline, ...type.flatMap(goField), "}"];
}

function goField(field: Field, index: number): readonly string[] {
  const { name, value, optional, comment, markers } = field;
  return [
    ...lines({ prefix: "// ", texts: comment }),
    ...markers.map((marker) => `// +${marker}`),
    `F${index} ${value.go} \`json:"${name}${optional ? ",omitempty" : ""}"\``,
  ].map((line) => `\t${line}`);
}

/** The API as a module of TypeScript. */
export function typeScriptModule(api: RandomApi): string {
  const body = [
    ...docComment(api.comment),
    ...["kubebuilder:object:root=true", ...api.markers].map((marker) => `// +${marker}`),
    `export interface ${api.kind} extends TypeMeta {`,
    "  metadata: ObjectMeta;",
    "  spec: ThingSpec;",
    "}",
    ...api.declarations.flatMap((one) => ["", ...typeScriptDeclaration(one)]),
  ].join("\n");
  const used = builtins.filter((name) => new RegExp(`[ <]${name}\\b(?!:)`).test(body));
  const imported = [...used, "ObjectMeta", "TypeMeta"].join(", ");
  return `import type { ${imported} } from "crd-runtime";\n\n${body}\n`;
}

function typeScriptDeclaration({
  name,
  comment,
  markers,
  type,
  base,
}: Declaration): readonly string[] {
  const head = [...docComment(comment), ...markers.map((marker) => `// +${marker}`)];
  if ("go" in type) return [...head, `export type ${name} = ${type.typeScript};`];
  const clause = base === undefined ? "" : ` extends ${base}`;
  return [...head, `export interface ${name}${clause} {`, ...type.flatMap(typeScriptField), "}"];
}

function typeScriptField(field: Field): readonly string[] {
  const { name, value, optional, comment, markers } = field;
  const key = /^[\w$]+$/.test(name) ? name : JSON.stringify(name);
  return [
    ...docComment(comment),
    ...markers.map((marker) => `// +${marker}`),
    `${key}${optional ? "?" : ""}: ${value.typeScript};`,
  ].map((line) => `  ${line}`);
}

function docComment(texts: readonly string[]): readonly string[] {
  return texts.length === 0 ? [] : ["/**", ...lines({ prefix: " * ", texts }), " */"];
}

function lines(input: {
  readonly prefix: string;
  readonly texts: readonly string[];
}): readonly string[] {
  return input.texts.map((text) => `${input.prefix}${text}`.trimEnd());
}
