import { coerceMetadata } from "crd-runtime/schema";
import { ConversionProblem } from "../builtin/types/conversion-problem.js";
import { equalJson } from "../json.js";
import { describeKind, describeObject } from "../managedfields/index.js";
import type { ApiObject, JsonObject } from "../object.js";
import { assertBodyFits } from "../request/body/limit.js";
import { managerOf } from "../request/options/field-manager.js";
import { patchOptions } from "../request/options/write-options.js";
import type { ApiResource } from "../resources/resource.js";
import { StatusError, unknownError } from "../status/index.js";
import { type Changed, guaranteedUpdate } from "./guaranteed-update.js";
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
      const changed = change({ registry, request, patch, options, live });
      const { object } = changed;
      ensureNamespace(object, resource.namespaced ? namespace : "");
      assertName(object, name);
      dedupOwnerReferences({ object, when: "admitted", warnings });
      return changed;
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

function patched(step: Step): Changed {
  const { registry, request, patch, options, live } = step;
  if (live === undefined || patch.type === "apply") throw new TypeError("a patch needs an object");
  const { resource, warnings, userAgent } = request;
  const { fieldManager, fieldValidation } = options;
  const object = patchedObject({ resource, warnings, object: live, patch, fieldValidation });
  const managed = registry.managers.of(resource).update({
    live,
    object,
    manager: managerOf({ fieldManager, userAgent }),
    subresource: request.subresource,
  });
  return { object: managed, raw: false };
}

function applied(step: Step): Changed {
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
  if (resource.builtIn === true) decodeApplied({ resource, object, patch: patch.value });
  else coerceMetadata({ object, schema: undefined });
  // A status keeps the metadata that was there.
  const asGiven = resource.builtIn !== true && subresource !== "status";
  const raw = asGiven && !equalJson(object.metadata, result.metadata);
  // Unlike those of a body, nulls that no default replaces stay, for validation to tell.
  const earlier = hasNull(object) ? copyOf(object) : undefined;
  resource.strategy.default(object);
  if (earlier !== undefined) restoreNulls({ value: object, earlier });
  return raw ? { object, raw, applied: result.metadata } : { object, raw };
}

/** @throws StatusError 500 when what was applied is no object of a built-in kind, whose schema says less than its type */
function decodeApplied(input: {
  readonly resource: ApiResource;
  readonly object: ApiObject;
  readonly patch: JsonObject;
}): void {
  const { resource, object, patch } = input;
  try {
    resource.strategy.prune(object);
  } catch (error) {
    if (!(error instanceof StatusError) || error.code !== 400) throw error;
    const problem = error.cause instanceof ConversionProblem ? error.cause.message : error.message;
    throw unknownError(
      `failed to convert new object (${describeObject(patch)}) to proper version: unable to convert unstructured object to ${describeKind(patch)}: ${problem}`,
      { cause: error },
    );
  }
}
