import { decodeObject } from "../request/body/decode-object.js";
import { assertBodyFits } from "../request/body/limit.js";
import { managerOf } from "../request/options/field-manager.js";
import { updateOptions } from "../request/options/write-options.js";
import { guaranteedUpdate } from "./guaranteed-update.js";
import { copyOf } from "./live-object.js";
import { dedupOwnerReferences } from "./owner-references.js";
import type { Registry, ResourceRequest } from "./registry.js";
import type { VerbResult } from "./result.js";
import { assertName, ensureNamespace } from "./system-fields.js";

/** PUT: replaces an object, or its status. @throws or rejects with a StatusError */
export function updateObject(
  registry: Registry,
  request: ResourceRequest,
): VerbResult | Promise<VerbResult> {
  const { resource, name, subresource, warnings, userAgent } = request;
  assertBodyFits(request.body);
  const options = updateOptions(request.query);
  const body = decodeObject({ ...request, fieldValidation: options.fieldValidation });
  ensureNamespace(body, resource.namespaced ? request.namespace : "");
  assertName(body, name);
  dedupOwnerReferences({ object: body, when: "decoded", warnings });
  const managers = registry.managers.of(resource);
  const manager = managerOf({ ...options, userAgent });
  return guaranteedUpdate({
    registry,
    request,
    options,
    uid: body.metadata.uid || undefined,
    whenMissing: subresource === "" ? "strategy" : "fail",
    // Strategies change what they prepare, and the body may be needed again.
    updated: (live) => ({
      object: managers.update({ live, object: copyOf(body), manager, subresource }),
      raw: false,
    }),
  });
}
