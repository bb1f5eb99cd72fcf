import {
  defaultOf,
  type Field,
  type FieldType,
  fieldComment,
  type Group,
  markersOf,
  structs,
  versionsOf,
} from "./blueprint.js";

function typeOf(input: { readonly kind: string; readonly type: FieldType }): string {
  const { kind, type } = input;
  switch (type.kind) {
    case "time":
      return "Time";
    case "strings":
      return "string[]";
    case "labels":
      return "Record<string, string>";
    case "struct":
      return `${kind}${type.name}`;
    case "structs":
      return `${kind}${type.name}[]`;
    case "structsByName":
      return `Record<string, ${kind}${type.name}>`;
    default:
      return type.kind;
  }
}

interface Place {
  readonly group: Group;
  readonly version: string;
  readonly kind: string;
}

/** Tags, each on a line of its own. */
function tagLines(input: { readonly tags: readonly string[]; readonly indent: string }): string {
  return input.tags.map((tag) => `${input.indent}// +${tag}\n`).join("");
}

function member(input: Place & { readonly struct: string; readonly field: Field }): string {
  const { kind, field } = input;
  const value = defaultOf(input);
  const defaults = value === undefined ? [] : [`default=${value}`];
  const tags = tagLines({ tags: [...defaults, ...markersOf(input)], indent: "  " });
  const optional = field.optional ? "?" : "";
  return `${tags}  /** ${fieldComment(field)} */\n  ${field.name}${optional}: ${typeOf({ kind, type: field.type })};\n`;
}

function kindSource(place: Place): string {
  const { group, version, kind } = place;
  const storage = group.complete && version === "v1" ? "// +kubebuilder:storageversion\n" : "";
  const interfaces = structs.map(
    ({ name, fields }) =>
      `${tagLines({ tags: markersOf({ group, struct: name }), indent: "" })}/** ${kind}${name} is the ${name} of a ${kind}. */\nexport interface ${kind}${name} {\n${fields
        .map((field) => member({ ...place, struct: name, field }))
        .join("")}}\n`,
  );
  return `// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
// +kubebuilder:subresource:status
${storage}/** ${kind} is a kind of the benchmark. */
export interface ${kind} extends TypeMeta {
  metadata: ObjectMeta;
  spec: ${kind}Spec;
  status?: ${kind}Status;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
/** ${kind}List is a list of ${kind}. */
export interface ${kind}List extends TypeMeta {
  metadata: ListMeta;
  items: ${kind}[];
}

${interfaces.join("\n")}`;
}

function docSource(input: { readonly group: Group; readonly version: string }): string {
  const { group, version } = input;
  const tags = [
    "+k8s:deepcopy-gen=package",
    `+groupName=${group.name}`,
    ...(group.complete ? ["+k8s:defaulter-gen=TypeMeta"] : []),
    ...(version === "v1" ? [] : ["+k8s:conversion-gen=../v1"]),
  ];
  return `${tags.map((tag) => `// ${tag}\n`).join("")}export {};\n`;
}

/** Files of the version folders in our layout, by path below `src/apis`. */
export function typescriptFiles(group: Group): ReadonlyMap<string, string> {
  return new Map(
    versionsOf(group).flatMap((version) => [
      [`${group.name}/${version}/doc.ts`, docSource({ group, version })],
      [
        `${group.name}/${version}/types.ts`,
        `import type { int32, int64, ListMeta, ObjectMeta, Time, TypeMeta } from "crd-runtime";\n\n${group.kinds.map((kind) => kindSource({ group, version, kind })).join("\n")}`,
      ],
    ]),
  );
}
