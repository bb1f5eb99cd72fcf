import type { RestRequest } from "./request.js";

/** The resource that a request is about. */
export interface RequestResource {
  /** `""` is the core group. */
  readonly group: string;
  readonly version: string;
  readonly resource: string;
  readonly subresource: string | undefined;
  readonly namespace: string | undefined;
  readonly name: string | undefined;
}

/** What a request does, as RBAC has it. */
export interface RequestInfo {
  /** `get`, `list`, `watch`, `create`, `update`, `patch`, `delete`, `deletecollection`; the method in lower case for other paths. */
  readonly verb: string;
  /** Undefined for paths that are no resource, such as `/version`. */
  readonly resource: RequestResource | undefined;
}

/** Subresources of a namespace itself; anything else below it is a resource in it. */
const namespaceSubresources: ReadonlySet<string | undefined> = new Set(["status", "finalize"]);

/** Reads a request as the server's authorization does. Follows apiserver's `RequestInfoFactory`. */
export function requestInfoOf(request: RestRequest): RequestInfo {
  const { method, path, query } = request;
  const resource = resourceOf(path);
  if (resource === undefined) return { verb: method.toLowerCase(), resource };
  const { name } = resource;
  const isWatch = query?.["watch"] === true || query?.["watch"] === "true";
  switch (method) {
    case "POST":
      return { verb: "create", resource };
    case "PUT":
      return { verb: "update", resource };
    case "PATCH":
      return { verb: "patch", resource };
    case "DELETE":
      return { verb: name === undefined ? "deletecollection" : "delete", resource };
    case "GET":
      if (isWatch) return { verb: "watch", resource };
      return { verb: name === undefined ? "list" : "get", resource };
  }
}

function resourceOf(path: string): RequestResource | undefined {
  const [, root, ...rest] = withoutQuery(path).split("/").map(decoded);
  if (root !== "api" && root !== "apis") return undefined;
  const [group = "", version = "", ...parts] = root === "api" ? ["", ...rest] : rest;
  const [first, namespace, third] = parts;
  const inNamespace =
    first === "namespaces" && third !== undefined && !namespaceSubresources.has(third);
  const [resource, name, subresource] = inNamespace ? parts.slice(2) : parts;
  if (!resource) return undefined;
  return {
    group,
    version,
    resource,
    subresource,
    name,
    namespace: inNamespace ? namespace : undefined,
  };
}

/** Paths are made by `resourceRequest`, or by callers who may have them wrong: that is the server's to say. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** A path may bring its query along, which others must not see. */
export function withoutQuery(path: string): string {
  return path.split("?", 1)[0] ?? path;
}
