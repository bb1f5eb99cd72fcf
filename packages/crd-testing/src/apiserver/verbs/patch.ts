import { coerceMetadata } from "crd-runtime/schema";
import type { ApiObject } from "../object.js";
import { assertBodyFits } from "../request/body/limit.js";
import { managerOf } from "../request/options/field-manager.js";
import { patchOptions } from "../request/options/write-options.js";
import { guaranteedUpdate } from "./guaranteed-update.js";
import { copyOf } from "./live-object.js";
import { dedupOwnerReferences } from "./owner-references.js";
import { hasNull, restoreNulls } from "./patches/nulls.js";
import { type Patch, patchOf } from "./patches/patch-body.js";
import { patchTypeOf } from "./patches/patch-type.js";
import { patchedObject } from "./patches/patched-object.js";
import type { Registry, ResourceRequest } from "./registry.js";
import type { VerbResult } from "./result.js";
import { assertName, ensureNamespace } from "./system-fields.js";

/** PATCH: changes an object by a JSON, merge or strategic merge patch, or applies. @throws or rejects with a StatusError */
export function patchObject(
  registry: Registry,
  request: ResourceRequest,
): VerbResult | Promise<VerbResult> {
  const { resource, name, namespace, subresource, warnings } = request;
  const type = patchTypeOf(request);
  assertBodyFits(request.body);
  const options = patchOptions({ query: request.query, isApply: type === "apply" });
  const patch = patchOf({ type, body: request.body, options, warnings });
  const change = patch.type === "apply" ? applied : patched;
  return guaranteedUpdate({
    registry,
    request,
    options,
    uid: undefined,
    whenMissing: patch.type === "apply" && subresource === "" ? "create" : "fail",
    updated(live) {
      const object = change({ registry, request, patch, options, live });
      ensureNamespace(object, resource.namespaced ? namespace : "");
      assertName(object, name);
      dedupOwnerReferences({ object, when: "admitted", warnings });
      return object;
    },
  });
}

interface Step {
  readonly registry: Registry;
  readonly request: ResourceRequest;
  readonly patch: Patch;
  readonly options: ReturnType<typeof patchOptions>;
  readonly live: ApiObject | undefined;
}

function patched(step: Step): ApiObject {
  const { registry, request, patch, options, live } = step;
  if (live === undefined || patch.type === "apply") throw new TypeError("a patch needs an object");
  const { fieldValidation } = options;
  const object = patchedObject({ ...request, object: live, patch, fieldValidation });
  return registry.managers.of(request.resource).update({
    live,
    object,
    manager: managerOf({ ...options, userAgent: request.userAgent }),
    subresource: request.subresource,
  });
}

function applied(step: Step): ApiObject {
  const { registry, request, patch, options, live } = step;
  if (patch.type !== "apply") throw new TypeError("only an apply applies");
  const { resource, subresource } = request;
  const result = registry.managers.of(resource).apply({
    live,
    patch: patch.value,
    manager: options.fieldManager,
    force: options.force,
    subresource,
  });
  // What is shared with the live object or the patch must not be changed.
  const object = copyOf(result);
  if (resource.builtIn === true) resource.strategy.prune(object);
  else coerceMetadata({ object, schema: undefined });
  // Unlike those of a body, nulls that no default replaces stay, for validation to tell.
  const earlier = hasNull(object) ? copyOf(object) : undefined;
  resource.strategy.default(object);
  if (earlier !== undefined) restoreNulls({ value: object, earlier });
  return object;
}
