import { qualifiedNameErrors } from "crd-runtime";
import { goQuote } from "../status/index.js";

const standard: ReadonlySet<string> = new Set(["orphan", "foregroundDeletion", "kubernetes"]);

/** What the writer is told about finalizers that are new on a custom resource. */
export function finalizerWarnings(input: {
  readonly finalizers: readonly string[];
  readonly old: readonly string[];
}): readonly string[] {
  const { finalizers, old } = input;
  const added = [...new Set(finalizers)].filter((name) => !old.includes(name)).sort();
  return added.flatMap((name) =>
    [...qualifiedNameErrors(name), ...advice(name)].map(
      (text) => `metadata.finalizers: ${goQuote(name)}: ${text}`,
    ),
  );
}

function advice(name: string): readonly string[] {
  if (name.includes("/") || standard.has(name)) return [];
  const part = name.includes(".") ? " including a path (/)" : "";
  return [
    `prefer a domain-qualified finalizer name${part} to avoid accidental conflicts with other finalizer writers`,
  ];
}
