import type { CustomResourceDefinition } from "crd-runtime/apiextensions/v1";
import { z } from "zod";

const name = z.string().min(1);
const shape = z.looseObject({
  apiVersion: z.literal("apiextensions.k8s.io/v1"),
  kind: z.literal("CustomResourceDefinition"),
  metadata: z.looseObject({ name }),
  spec: z.looseObject({
    group: name,
    scope: z.enum(["Namespaced", "Cluster"]),
    names: z.looseObject({ plural: name, kind: name }),
    versions: z.array(z.looseObject({ name, served: z.boolean(), storage: z.boolean() })).min(1),
  }),
});

const typeMeta = z.looseObject({ apiVersion: z.string(), kind: z.string() });
const list = z.looseObject({ items: z.array(z.unknown()) });

/** The objects of a document: itself, or the items of a list. */
export function objectsOf(value: unknown): readonly unknown[] {
  const { kind } = typeMeta.safeParse(value).data ?? {};
  if (kind !== "List" && kind !== "CustomResourceDefinitionList") return [value];
  return list.safeParse(value).data?.items ?? [];
}

/** Whether an object says that it is a CustomResourceDefinition, of whatever version. */
export function isDefinition(value: unknown): boolean {
  const { apiVersion, kind } = typeMeta.safeParse(value).data ?? {};
  return kind === "CustomResourceDefinition" && /^apiextensions\.k8s\.io\//.test(apiVersion ?? "");
}

/**
 * What is wrong with an object as a CustomResourceDefinition, as far as it takes to send it and to find it again; the server
 * says the rest. Undefined when nothing is.
 */
export function definitionProblem(value: unknown): string | undefined {
  // Compiling the schema would cost more than reading the definitions of a test.
  const { error, data } = shape.safeParse(value, { jitless: true });
  if (error !== undefined) {
    const [issue] = error.issues;
    return `${issue?.path.join(".") || "it"}: ${issue?.message}`;
  }
  const { metadata, spec } = data;
  const wanted = `${spec.names.plural}.${spec.group}`;
  return metadata.name === wanted
    ? undefined
    : `metadata.name: must be '${wanted}', and is '${metadata.name}'`;
}

export function isValidDefinition(value: unknown): value is CustomResourceDefinition {
  return definitionProblem(value) === undefined;
}
