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
  const { resource, name, subresource, body, contentType, warnings, userAgent } = request;
  assertBodyFits(body);
  const options = updateOptions(request.query);
  const { fieldManager, fieldValidation } = options;
  const object = decodeObject({ resource, body, contentType, warnings, fieldValidation });
  ensureNamespace(object, resource.namespaced ? request.namespace : "");
  assertName(object, name);
  dedupOwnerReferences({ object, when: "decoded", warnings });
  const managers = registry.managers.of(resource);
  const manager = managerOf({ fieldManager, userAgent });
  return guaranteedUpdate({
    registry,
    request,
    options,
    uid: object.metadata.uid || undefined,
    whenMissing: subresource === "" ? "strategy" : "fail",
    // Strategies change what they prepare, and the body may be needed again.
    updated: (live) => ({
      object: managers.update({ live, object: copyOf(object), manager, subresource }),
      raw: false,
    }),
  });
}
