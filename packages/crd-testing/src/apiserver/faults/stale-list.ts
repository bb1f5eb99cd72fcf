import type { ServerRequest } from "../http.js";

/**
 * The request of a list as a replica answers it that lags behind: with the state of an older revision. A request that names
 * a revision of its own is left alone: a replica waits until it has that one.
 */
export function staleListRequest(input: {
  readonly request: ServerRequest;
  readonly behind: number;
  readonly revision: number;
}): ServerRequest {
  const { request, behind, revision } = input;
  const [path = "", query = ""] = request.path.split("?", 2);
  const parameters = new URLSearchParams(query);
  const wanted = parameters.get("resourceVersion") ?? "";
  if (request.method !== "GET" || parameters.has("continue") || !["", "0"].includes(wanted)) {
    return request;
  }
  parameters.set("resourceVersion", String(Math.max(revision - behind, 1)));
  parameters.set("resourceVersionMatch", "Exact");
  return { ...request, path: `${path}?${parameters}` };
}
