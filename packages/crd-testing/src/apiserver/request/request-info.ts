import { parseFieldSelector } from "crd-runtime";
import { booleanParameter } from "./options/parameters.js";
import { firstValue, parseQuery, type QueryValues } from "./query.js";

/** What a request is about, from its method and path alone; request.RequestInfo of apiserver. */
export interface RequestInfo {
  /** False for `/`, `/api`, `/apis/<group>/<version>`, `/readyz` and the like. */
  readonly isResourceRequest: boolean;
  /** Decoded, without the query. */
  readonly path: string;
  readonly query: QueryValues;
  /** `get`, `list`, `watch`, `create`, `update`, `patch`, `delete`, `deletecollection`, `proxy`; `""` for other methods of a resource; the HTTP method in lower case for other paths. */
  readonly verb: string;
  /** `api` or `apis`; `""` when it is no resource request. */
  readonly prefix: string;
  readonly group: string;
  readonly version: string;
  /** `""` for cluster-scoped resources and for all namespaces. */
  readonly namespace: string;
  readonly resource: string;
  readonly subresource: string;
  readonly name: string;
  /** The path from the resource on: resource, name, subresource and what follows. */
  readonly parts: readonly string[];
}

const verbsOfMethods: ReadonlyMap<string, string> = new Map([
  ["POST", "create"],
  ["GET", "get"],
  ["HEAD", "get"],
  ["PUT", "update"],
  ["PATCH", "patch"],
  ["DELETE", "delete"],
]);
const namespaceSubresources: ReadonlySet<string> = new Set(["status", "finalize"]);

/** Reads method and path by the rules of apiserver's RequestInfoFactory. */
export function requestInfoOf(request: {
  readonly method: string;
  /** Path and query as sent. */
  readonly path: string;
}): RequestInfo {
  const { path, query } = splitTarget(request.path);
  const segments = path.replace(/^\/+|\/+$/g, "").split("/");
  const [prefix = ""] = segments;
  const start = prefix === "api" ? 1 : prefix === "apis" ? 2 : undefined;
  if (start === undefined || segments.length < start + 2) {
    return { ...noResource, path, query, verb: request.method.toLowerCase() };
  }
  const target = resourceOf(segments.slice(start + 1));
  const found = {
    isResourceRequest: true,
    path,
    query,
    prefix,
    group: start === 2 ? (segments[1] ?? "") : "",
    version: segments[start] ?? "",
    verb: target.specialVerb ?? verbsOfMethods.get(request.method) ?? "",
    ...target,
  };
  return { ...found, ...verbAndName(found) };
}

const noResource = {
  isResourceRequest: false,
  prefix: "",
  group: "",
  version: "",
  namespace: "",
  resource: "",
  subresource: "",
  name: "",
  parts: [],
} as const;

function splitTarget(target: string): { readonly path: string; readonly query: QueryValues } {
  const mark = target.indexOf("?");
  const path = mark === -1 ? target : target.slice(0, mark);
  const query = parseQuery(mark === -1 ? "" : target.slice(mark + 1));
  if (!path.includes("%")) return { path, query };
  try {
    return { path: decodeURIComponent(path), query };
  } catch {
    return { path, query };
  }
}

interface Target {
  readonly specialVerb: string | undefined;
  readonly namespace: string;
  readonly resource: string;
  readonly subresource: string;
  readonly name: string;
  readonly parts: readonly string[];
}

/** Reads what follows the version: `[watch|proxy/][namespaces/<namespace>/]<resource>[/<name>[/<subresource>...]]`. */
function resourceOf(segments: readonly string[]): Target {
  const [first = ""] = segments;
  const special = (first === "watch" || first === "proxy") && segments.length > 1;
  const rest = special ? segments.slice(1) : segments;
  const inNamespace = rest[0] === "namespaces" && rest.length > 1;
  const [, namespace = "", third = ""] = inNamespace ? rest : [];
  const parts =
    inNamespace && rest.length > 2 && !namespaceSubresources.has(third) ? rest.slice(2) : rest;
  const [resource = "", name = "", subresource = ""] = parts;
  return {
    specialVerb: special ? first : undefined,
    namespace,
    resource,
    subresource: first === "proxy" ? "" : subresource,
    name,
    parts,
  };
}

/** Without a name, get is list or watch and delete is deletecollection; a field selector may name one object. */
function verbAndName(input: {
  readonly verb: string;
  readonly name: string;
  readonly query: QueryValues;
}): { readonly verb: string; readonly name: string } {
  const { verb, name, query } = input;
  if (name !== "") return { verb, name };
  if (verb === "delete") return { verb: "deletecollection", name };
  if (verb !== "get") return { verb, name };
  return {
    verb: booleanParameter(query, "watch") === true ? "watch" : "list",
    name: selectedName(query),
  };
}

function selectedName(query: QueryValues): string {
  const text = firstValue(query, "fieldSelector");
  if (text === undefined) return "";
  try {
    const name = parseFieldSelector(text).requiresExactMatch("metadata.name") ?? "";
    return name === "." || name === ".." || /[/%]/.test(name) ? "" : name;
  } catch {
    return "";
  }
}
