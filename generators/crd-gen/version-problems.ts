import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import { type Tag, writtenTag } from "../model/index.js";
import type { JSONSchemaProps } from "../schema/index.js";
import type { VersionedKind } from "./crd.js";
import { metadataProblems } from "./definition-metadata.js";
import { pathProblem } from "./json-path.js";
import { textOf } from "./version-parts.js";

const largestInt32 = 2 ** 31 - 1;
/** Tags with the arguments that are paths; whether those of selectable fields are there, the API server checks. */
const paths: ReadonlyMap<string, readonly string[]> = new Map([
  ["kubebuilder:printcolumn", ["JSONPath"]],
  ["kubebuilder:subresource:scale", ["specpath", "statuspath", "selectorpath"]],
]);

/** What is wrong with the tags for the definition itself, besides what the API server refuses. */
export function versionProblems(input: {
  readonly kind: VersionedKind;
  readonly schemaOf: (id: string) => JSONSchemaProps;
}): readonly Diagnostic[] {
  const { kind, schemaOf } = input;
  return [
    ...metadataProblems(kind),
    ...kind.versions.flatMap(({ type }) => {
      const schema = schemaOf(type.id);
      return type.tags.flatMap((tag) => [...rangeProblems(tag), ...pathProblems({ tag, schema })]);
    }),
    ...servedProblems(kind),
  ];
}

function rangeProblems(tag: Tag): readonly Diagnostic[] {
  const priority = tag.arguments?.["priority"];
  if (typeof priority !== "number" || Math.abs(priority) <= largestInt32) return [];
  const parameters = { tag: writtenTag(tag), problem: "'priority' is an int32" };
  return [diagnostic("crd/marker", parameters, { span: tag.span })];
}

function pathProblems(input: {
  readonly tag: Tag;
  readonly schema: JSONSchemaProps;
}): readonly Diagnostic[] {
  const { tag, schema } = input;
  return (paths.get(tag.name) ?? []).flatMap((argument) => {
    const path = textOf(tag.arguments?.[argument]);
    const found = path.startsWith(".") ? pathProblem({ path, schema }) : undefined;
    if (found === undefined) return [];
    const { problem, hint } = found;
    const parameters = { tag: writtenTag(tag), problem };
    return [diagnostic("crd/marker-unused", parameters, { span: tag.span, hint })];
  });
}

/** controller-gen refuses a definition that serves nothing; the API server takes it. */
function servedProblems({ versions, stored }: VersionedKind): readonly Diagnostic[] {
  if (versions.some(({ kind }) => kind.served)) return [];
  const tag = stored.type.tags.find(({ name }) => name === "kubebuilder:unservedversion");
  const parameters = { kind: stored.kind.kind };
  return [diagnostic("crd/not-served", parameters, { span: (tag ?? stored.type).span })];
}
