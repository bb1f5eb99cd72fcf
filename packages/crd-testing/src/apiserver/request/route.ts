import type { ApiResource, ResourceCatalog } from "../resources/resource.js";
import { isVerb } from "../resources/verb.js";
import {
  methodNotAllowed,
  methodNotSupported,
  notFound,
  resourceNotFound,
} from "../status/index.js";
import type { RequestInfo } from "./request-info.js";

/** The resource that a request is for; undefined: the path is not served. */
export function resourceFor(catalog: ResourceCatalog, info: RequestInfo): ApiResource | undefined {
  const resource = catalog.find(info);
  if (resource === undefined) return undefined;
  const { namespaced } = resource;
  // Namespaces are in their own path: /namespaces/default.
  const own = resource.group === "" && resource.resource === "namespaces";
  if (!namespaced && info.namespace !== "" && !own) return undefined;
  const everywhere = info.verb === "list" || info.verb === "watch";
  if (namespaced && info.namespace === "" && !everywhere && resource.builtIn !== true) {
    return undefined;
  }
  return resource;
}

/**
 * Checks that a resource has what the path names, and the verb for it.
 *
 * @throws StatusError 404, 405
 */
export function assertServed(resource: ApiResource, info: RequestInfo): void {
  if (resource.builtIn === true) assertBuiltInServed(resource, info);
  else assertCustomServed(resource, info);
}

const verbsOfSubresources: ReadonlySet<string> = new Set(["get", "patch", "update"]);

function assertCustomServed(resource: ApiResource, info: RequestInfo): void {
  const { subresource, verb, name } = info;
  if (subresource !== "" && !hasSubresource(resource, subresource)) {
    throw notFound({ resource, name });
  }
  const served =
    subresource === "" ? isVerb(verb) && resource.verbs.has(verb) : verbsOfSubresources.has(verb);
  if (!served) throw methodNotSupported({ resource, action: verb });
}

function assertBuiltInServed(resource: ApiResource, info: RequestInfo): void {
  const { subresource, verb, parts, name } = info;
  if (parts.length > 3) throw resourceNotFound();
  if (subresource !== "" && !hasSubresource(resource, subresource)) throw resourceNotFound();
  if (!isVerb(verb)) throw methodNotAllowed();
  const named = parts.length > 1;
  const needsName = verb === "get" || verb === "update" || verb === "patch" || verb === "delete";
  const misplaced = needsName ? !named || name === "" : verb === "create" && named;
  const everywhere = verb === "list" || verb === "watch";
  const nowhere = resource.namespaced && info.namespace === "" && !everywhere;
  if (misplaced || nowhere) throw methodNotAllowed();
  const served = subresource === "" ? resource.verbs.has(verb) : verbsOfSubresources.has(verb);
  if (!served) throw methodNotAllowed();
}

function hasSubresource(resource: ApiResource, subresource: string): boolean {
  if (subresource === "status") return resource.status;
  if (subresource === "scale") return resource.scale !== undefined;
  return resource.subresources?.includes(subresource) ?? false;
}
