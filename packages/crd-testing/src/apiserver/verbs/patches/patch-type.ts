import { withoutParameters } from "../../request/negotiation/content-type.js";
import type { ApiResource } from "../../resources/resource.js";
import { unsupportedMediaType } from "../../status/index.js";

/** How a PATCH body is to be understood. */
export type PatchType = "apply" | "json" | "merge" | "strategic";

const ofCustomResources: ReadonlyMap<string, PatchType> = new Map([
  ["application/json-patch+json", "json"],
  ["application/merge-patch+json", "merge"],
  ["application/apply-patch+yaml", "apply"],
]);
const ofBuiltIns: ReadonlyMap<string, PatchType> = new Map([
  ["application/json-patch+json", "json"],
  ["application/merge-patch+json", "merge"],
  ["application/strategic-merge-patch+json", "strategic"],
  ["application/apply-patch+yaml", "apply"],
]);

/** The type that the Content-Type of a PATCH names. @throws StatusError 415 when the resource does not take it */
export function patchTypeOf(input: {
  readonly contentType: string;
  readonly resource: ApiResource;
}): PatchType {
  const types = input.resource.builtIn === true ? ofBuiltIns : ofCustomResources;
  const type = types.get(withoutParameters(input.contentType));
  if (type === undefined) throw unsupportedMediaType([...types.keys()]);
  return type;
}
