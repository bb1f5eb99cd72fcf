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

/** Module path of the generated Go code. */
export const goModule = "bench.example";

function typeOf(input: { readonly kind: string; readonly field: Field }): string {
  const { kind, field } = input;
  const pointer = field.optional ? "*" : "";
  const name = (type: FieldType): string => `${kind}${"name" in type ? type.name : ""}`;
  switch (field.type.kind) {
    case "boolean":
      return `${pointer}bool`;
    case "string":
      return "string";
    case "int32":
    case "int64":
      return `${pointer}${field.type.kind}`;
    case "time":
      return `${pointer}metav1.Time`;
    case "strings":
      return "[]string";
    case "labels":
      return "map[string]string";
    case "struct":
      return `${pointer}${name(field.type)}`;
    case "structs":
      return `[]${name(field.type)}`;
    case "structsByName":
      return `map[string]${name(field.type)}`;
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
  const { field } = input;
  const value = defaultOf(input);
  const defaults = value === undefined ? [] : [`default=${value}`];
  const tags = tagLines({ tags: [...defaults, ...markersOf(input)], indent: "\t" });
  const name = field.name.charAt(0).toUpperCase() + field.name.slice(1);
  const option = field.optional ? ",omitempty" : "";
  return `\t// ${fieldComment(field)}\n${tags}\t${name} ${typeOf(input)} \`json:"${field.name}${option}"\`\n`;
}

function kindSource(place: Place): string {
  const { group, version, kind } = place;
  const storage = group.complete && version === "v1" ? "// +kubebuilder:storageversion\n" : "";
  const declarations = structs.map(
    ({ name, fields }) =>
      `${tagLines({ tags: markersOf({ group, struct: name }), indent: "" })}// ${kind}${name} is the ${name} of a ${kind}.\ntype ${kind}${name} struct {\n${fields
        .map((field) => member({ ...place, struct: name, field }))
        .join("")}}\n`,
  );
  return `// +genclient
// +k8s:deepcopy-gen:interfaces=k8s.io/apimachinery/pkg/runtime.Object
// +kubebuilder:subresource:status
${storage}
// ${kind} is a kind of the benchmark.
type ${kind} struct {
	metav1.TypeMeta   \`json:",inline"\`
	metav1.ObjectMeta \`json:"metadata,omitempty"\`
	Spec              ${kind}Spec   \`json:"spec"\`
	Status            ${kind}Status \`json:"status,omitempty"\`
}

// +k8s:deepcopy-gen:interfaces=k8s.io/apimachinery/pkg/runtime.Object

// ${kind}List is a list of ${kind}.
type ${kind}List struct {
	metav1.TypeMeta \`json:",inline"\`
	metav1.ListMeta \`json:"metadata"\`
	Items           []${kind} \`json:"items"\`
}

${declarations.join("\n")}`;
}

function docSource(input: { readonly group: Group; readonly version: string }): string {
  const { group, version } = input;
  const tags = [
    "+k8s:deepcopy-gen=package",
    `+groupName=${group.name}`,
    ...(group.complete ? ["+k8s:defaulter-gen=TypeMeta"] : []),
    ...(version === "v1" ? [] : [`+k8s:conversion-gen=${goModule}/apis/${group.folder}/v1`]),
  ];
  return `${tags.map((tag) => `// ${tag}\n`).join("")}\npackage ${version}\n`;
}

/** Files of packages in the layout of code-generator, by path below the module. */
export function goFiles(group: Group): ReadonlyMap<string, string> {
  return new Map(
    versionsOf(group).flatMap((version) => [
      [`apis/${group.folder}/${version}/doc.go`, docSource({ group, version })],
      [
        `apis/${group.folder}/${version}/types.go`,
        `package ${version}\n\nimport metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"\n\n${group.kinds.map((kind) => kindSource({ group, version, kind })).join("\n")}`,
      ],
    ]),
  );
}

/** A package that makes an empty object of each kind, by name. */
export function goKinds(all: readonly Group[]): string {
  const imports = all.map(({ folder }) => `\t${folder} "${goModule}/apis/${folder}/v1"\n`);
  const entries = all.flatMap(({ folder, kinds }) =>
    kinds.map((kind) => `\t"${kind}": func() runtime.Object { return &${folder}.${kind}{} },\n`),
  );
  return `package kinds

import (
	"k8s.io/apimachinery/pkg/runtime"

${imports.join("")})

// New makes an empty object of each kind.
var New = map[string]func() runtime.Object{
${entries.join("")}}
`;
}
