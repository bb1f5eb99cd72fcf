/** Type of a field, in words that TypeScript and Go both have. */
export type FieldType =
  | { readonly kind: "string" | "boolean" | "int32" | "int64" | "time" | "strings" | "labels" }
  | { readonly kind: "struct" | "structs" | "structsByName"; readonly name: string };

export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly optional: boolean;
}

export interface Struct {
  /** Without the kind before it: `Spec`, `Container`. */
  readonly name: string;
  readonly fields: readonly Field[];
}

/** `name: type`, with `?` for optional fields. */
function fields(lines: string): readonly Field[] {
  return lines
    .trim()
    .split("\n")
    .map((line) => {
      const [left = "", right = ""] = line.trim().split(": ");
      return { name: left.replace("?", ""), optional: left.endsWith("?"), type: fieldType(right) };
    });
}

function fieldType(text: string): FieldType {
  const scalars = ["string", "boolean", "int32", "int64", "time", "strings", "labels"] as const;
  const scalar = scalars.find((name) => name === text);
  if (scalar !== undefined) return { kind: scalar };
  if (text.startsWith("map ")) return { kind: "structsByName", name: text.slice("map ".length) };
  if (text.endsWith("[]")) return { kind: "structs", name: text.slice(0, -"[]".length) };
  return { kind: "struct", name: text };
}

/**
 * The interfaces of a kind besides the kind itself (3 members) and its list (2): in all 10 interfaces with
 * 56 members, which is about what a real operator's kind has.
 */
export const structs: readonly Struct[] = [
  {
    name: "Spec",
    fields: fields(`
      replicas?: int32
      paused?: boolean
      class: string
      version: string
      template: Template
      volumes?: Volume[]
      references?: map Reference
      labels?: labels
      arguments?: strings
      timeoutSeconds?: int64
      startAfter?: time
      description?: string`),
  },
  {
    name: "Status",
    fields: fields(`
      observedGeneration?: int64
      readyReplicas?: int32
      phase?: string
      conditions?: Condition[]
      lastSeen?: time
      addresses?: strings`),
  },
  {
    name: "Template",
    fields: fields(`
      name: string
      labels?: labels
      annotations?: labels
      containers: Container[]
      nodeSelector?: labels
      hostNetwork?: boolean`),
  },
  {
    name: "Container",
    fields: fields(`
      name: string
      image: string
      command?: strings
      args?: strings
      ports?: Port[]
      environment?: labels
      workingDirectory?: string
      privileged?: boolean`),
  },
  {
    name: "Port",
    fields: fields(`
      name?: string
      containerPort: int32
      hostPort?: int32
      protocol?: string
      hostAddress?: string`),
  },
  {
    name: "Volume",
    fields: fields(`
      name: string
      path?: string
      sizeBytes?: int64
      readOnly?: boolean
      options?: labels
      source?: Reference`),
  },
  {
    name: "Condition",
    fields: fields(`
      type: string
      status: string
      lastTransitionTime?: time
      message?: string`),
  },
  {
    name: "Reference",
    fields: fields(`
      group?: string
      kind: string
      name: string
      namespace?: string`),
  },
];

/** Sentence above a field. */
export function fieldComment(field: Field): string {
  return `${field.name} is what the ${field.type.kind} of this field says, described in a sentence of ordinary length.`;
}

/** Markers of controller-gen, by struct and by field of it, where the group asks for them: both generators read the same words. */
const markers: Readonly<Record<string, readonly string[]>> = {
  Spec: [
    'kubebuilder:validation:XValidation:rule="!has(self.paused) || !self.paused || !has(self.startAfter)",message="a paused one does not start"',
    'kubebuilder:validation:XValidation:rule="self.class == oldSelf.class",message="class is immutable"',
    'kubebuilder:validation:XValidation:rule="self.class != \'small\' || !has(self.replicas) || self.replicas <= 3",message="at most 3 small replicas"',
  ],
  "Spec.replicas": [
    "kubebuilder:default=1",
    "kubebuilder:validation:Minimum=0",
    "kubebuilder:validation:Maximum=100",
  ],
  "Spec.class": ["kubebuilder:validation:Enum=small;medium;large"],
  "Spec.version": [
    "kubebuilder:validation:MaxLength=32",
    "kubebuilder:validation:Pattern=`^v[0-9]+(\\.[0-9]+)*$`",
  ],
  "Spec.volumes": [
    "kubebuilder:validation:MaxItems=16",
    "listType=map",
    "listMapKey=name",
    'kubebuilder:validation:XValidation:rule="self.all(volume, !has(volume.path) || volume.path.startsWith(\'/\'))",message="paths are absolute"',
  ],
  "Spec.references": ["kubebuilder:validation:MaxProperties=32"],
  "Spec.arguments": ["kubebuilder:validation:MaxItems=64", "listType=atomic"],
  "Spec.timeoutSeconds": ["kubebuilder:default=30", "kubebuilder:validation:Minimum=1"],
  "Spec.description": ["kubebuilder:validation:MaxLength=1024"],
  "Status.phase": ["kubebuilder:validation:Enum=Pending;Ready;Failed"],
  "Status.conditions": ["listType=map", "listMapKey=type"],
  "Template.name": ["kubebuilder:validation:MinLength=1", "kubebuilder:validation:MaxLength=63"],
  "Template.labels": ["kubebuilder:validation:MaxProperties=64"],
  "Template.containers": [
    "kubebuilder:validation:MinItems=1",
    "kubebuilder:validation:MaxItems=8",
    "listType=map",
    "listMapKey=name",
  ],
  Container: [
    'kubebuilder:validation:XValidation:rule="!has(self.ports) || self.ports.all(port, port.containerPort != 22)",message="no shells"',
  ],
  "Container.name": ["kubebuilder:validation:MaxLength=63"],
  "Container.image": ["kubebuilder:validation:MinLength=1", "kubebuilder:validation:MaxLength=255"],
  "Container.ports": ["kubebuilder:validation:MaxItems=16"],
  "Port.containerPort": [
    "kubebuilder:validation:Minimum=1",
    "kubebuilder:validation:Maximum=65535",
  ],
  "Port.hostPort": ["kubebuilder:validation:Minimum=1", "kubebuilder:validation:Maximum=65535"],
  "Port.protocol": ["kubebuilder:default=TCP", "kubebuilder:validation:Enum=TCP;UDP;SCTP"],
  "Volume.name": ["kubebuilder:validation:MaxLength=63"],
  "Volume.path": ["kubebuilder:validation:MaxLength=255"],
  "Reference.name": ["kubebuilder:validation:MaxLength=253"],
};

/** Markers of a struct, or of one of its fields. */
export function markersOf(input: {
  readonly group: Group;
  readonly struct: string;
  readonly field?: Field;
}): readonly string[] {
  const { group, struct, field } = input;
  if (!group.markers) return [];
  return markers[field === undefined ? struct : `${struct}.${field.name}`] ?? [];
}

/** A group of the generated API. */
export interface Group {
  /** `g0`: folder in Go, and the first segment of the group. */
  readonly folder: string;
  /** `g0.bench.example.com`. */
  readonly name: string;
  readonly kinds: readonly string[];
  /** Asks for defaults, and for a version v1beta1 with the same types that is converted to v1 and back. */
  readonly complete: boolean;
  /** Has markers of controller-gen. */
  readonly markers: boolean;
}

/** The versions of a group; objects are stored in v1. */
export function versionsOf({ complete }: Group): readonly string[] {
  return complete ? ["v1", "v1beta1"] : ["v1"];
}

/** The default of a field, where the group asks for defaults: an optional number has one. */
export function defaultOf(input: {
  readonly group: Group;
  readonly field: Field;
}): number | undefined {
  const { group, field } = input;
  const isNumber = field.type.kind === "int32" || field.type.kind === "int64";
  return group.complete && field.optional && isNumber ? 1 : undefined;
}

/** Groups with so many kinds each: `Widget0`, `Widget1` ... */
export function groups(size: {
  readonly groups: number;
  readonly kinds: number;
  readonly complete?: boolean;
  readonly markers?: boolean;
}): readonly Group[] {
  return Array.from({ length: size.groups }, (_, group) => ({
    folder: `g${group}`,
    name: `g${group}.bench.example.com`,
    kinds: Array.from({ length: size.kinds }, (_, kind) => `Widget${group * size.kinds + kind}`),
    complete: size.complete ?? false,
    markers: size.markers ?? false,
  }));
}
