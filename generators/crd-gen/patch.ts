import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import { isJsonObject, type JsonValue, readExactJson } from "../model/index.js";
import type { CustomResourceDefinition, VersionedKind } from "./crd.js";
import { applyJsonPatch } from "./json-patch.js";

/** The definition with the patches that stand on the types of its kind, in the order of the versions. */
export function patched(input: {
  readonly kind: VersionedKind;
  readonly crd: CustomResourceDefinition;
}): { readonly crd: CustomResourceDefinition; readonly problems: readonly Diagnostic[] } {
  const { kind } = input;
  const tags = kind.versions.flatMap(({ type }) =>
    type.tags.filter(({ name }) => name === "crd-project:patch"),
  );
  const problems: Diagnostic[] = [];
  let crd: JsonValue = input.crd;
  for (const tag of tags) {
    const patch = readExactJson(tag.value ?? "") as readonly JsonValue[];
    const result = applyJsonPatch({ value: crd, patch });
    const problem = result.problem ?? (isDefinition(result.value) ? undefined : unreadable);
    if (problem === undefined && result.problem === undefined) crd = result.value;
    else if (problem !== undefined) {
      const parameters = { kind: kind.stored.kind.kind, problem };
      problems.push(diagnostic("crd/patch", parameters, { span: tag.span }));
    }
  }
  return { crd: isDefinition(crd) && tags.length > 0 ? crd : input.crd, problems };
}

const unreadable = "the result is no CustomResourceDefinition";

/** Whether a value has the parts of a definition that are read here; the API server's checks see to the rest. */
function isDefinition(value: JsonValue): value is CustomResourceDefinition {
  if (!isJsonObject(value) || !isJsonObject(value["metadata"])) return false;
  const { spec } = value;
  const versions: JsonValue | undefined = isJsonObject(spec) ? spec["versions"] : undefined;
  return (
    Array.isArray(versions) &&
    versions.every(
      (version: JsonValue) =>
        isJsonObject(version) &&
        isJsonObject(version["schema"]) &&
        isJsonObject(version["schema"]["openAPIV3Schema"]),
    )
  );
}
