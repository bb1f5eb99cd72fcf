import { type Field, type FieldType, fieldComment, type Group, structs } from "./blueprint.js";

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

function member(input: { readonly kind: string; readonly field: Field }): string {
  const { kind, field } = input;
  const optional = field.optional ? "?" : "";
  return `  /** ${fieldComment(field)} */\n  ${field.name}${optional}: ${typeOf({ kind, type: field.type })};\n`;
}

function kindSource(kind: string): string {
  const interfaces = structs.map(
    ({ name, fields }) =>
      `/** ${kind}${name} is the ${name} of a ${kind}. */\nexport interface ${kind}${name} {\n${fields
        .map((field) => member({ kind, field }))
        .join("")}}\n`,
  );
  return `// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
// +kubebuilder:subresource:status
/** ${kind} is a kind of the benchmark. */
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

/** Files of a version folder in our layout, by path below `src/apis`. */
export function typescriptFiles(group: Group): ReadonlyMap<string, string> {
  return new Map([
    [
      `${group.name}/v1/doc.ts`,
      `// +k8s:deepcopy-gen=package\n// +groupName=${group.name}\nexport {};\n`,
    ],
    [
      `${group.name}/v1/types.ts`,
      `import type { int32, int64, ListMeta, ObjectMeta, Time, TypeMeta } from "crd-runtime";\n\n${group.kinds.map(kindSource).join("\n")}`,
    ],
  ]);
}
