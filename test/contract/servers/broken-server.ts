import { parseJSON, stringifyJSON } from "../../../packages/crd-runtime/src/rest/json.js";
import type { ContractServer } from "../harness/contract-server.js";
import { at, isArray, isObject, type Json } from "../harness/json.js";

/** The server, except that lists lack their last item: a fault for the suite to find. */
export function brokenServer(server: ContractServer): ContractServer {
  return {
    name: `broken ${server.name}`,
    concurrency: server.concurrency,
    open: (request) => server.open(request),
    async send(request) {
      const answer = await server.send(request);
      const text = Buffer.from(answer.body).toString("utf8");
      if (request.method !== "GET" || !text.startsWith("{")) return answer;
      const body = parseJSON(text) as Json;
      const items = at(body, "items");
      if (!isObject(body) || !isArray(items) || items.length < 2) return answer;
      const lacking = stringifyJSON({ ...body, items: items.slice(0, -1) });
      return { ...answer, body: Buffer.from(lacking) };
    },
  };
}
