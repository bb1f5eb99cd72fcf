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

/** A group of the generated API. */
export interface Group {
  /** `g0`: folder in Go, and the first segment of the group. */
  readonly folder: string;
  /** `g0.bench.example.com`. */
  readonly name: string;
  readonly kinds: readonly string[];
  /** Asks for defaults, and for a version v1beta1 with the same types that is converted to v1 and back. */
  readonly complete: boolean;
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
}): readonly Group[] {
  return Array.from({ length: size.groups }, (_, group) => ({
    folder: `g${group}`,
    name: `g${group}.bench.example.com`,
    kinds: Array.from({ length: size.kinds }, (_, kind) => `Widget${group * size.kinds + kind}`),
    complete: size.complete ?? false,
  }));
}
