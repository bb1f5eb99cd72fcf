import { watchRevision } from "../listwatch/resource-version.js";
import { getOptions } from "../request/options/get-options.js";
import { notFound } from "../status/index.js";
import type { Registry, ResourceRequest } from "./registry.js";
import type { VerbResult } from "./result.js";

/** GET of one object. @throws or rejects with a StatusError */
export function getObject(
  registry: Registry,
  request: ResourceRequest,
): VerbResult | Promise<VerbResult> {
  const { resource, name, query } = request;
  const revision = watchRevision(getOptions(query).resourceVersion);
  const key = { resource, name, namespace: resource.namespaced ? request.namespace : "" };
  const read = (): VerbResult => {
    const entry = registry.store.read(key);
    if (entry === undefined) throw notFound(key);
    return { code: 200, entry };
  };
  if (revision <= registry.store.revision) return read();
  return registry.store.untilFresh({ revision, signal: request.signal }).then(read);
}
