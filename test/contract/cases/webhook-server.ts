import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { json } from "node:stream/consumers";
import { createAuthority } from "../../../packages/crd-testing/src/envtest/certificates.js";
import type { Closable } from "../harness/contract-server.js";
import { at, isArray, isObject, type Json, type JsonObject } from "../harness/json.js";

/**
 * A conversion webhook on loopback. `$(webhook)` is its address, `$(ca)` what proves it. Its paths are its moods: `/convert`
 * does as it should, the others each do one thing wrong.
 */
export async function conversionWebhook(
  bind: (name: string, value: string) => void,
): Promise<Closable> {
  const authority = createAuthority("webhook-authority");
  const identity = authority.issue({
    usage: "server",
    commonName: "webhook",
    hosts: ["localhost", "127.0.0.1"],
  });
  const server = createServer(
    { cert: identity.certificate, key: identity.privateKey },
    (request, response) => {
      void answer({ request, response });
    },
  );
  const sockets = new Set<Duplex>();
  server.on("connection", (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // listen was given a port, so there is an address.
  const { port } = server.address() as AddressInfo;
  bind("webhook", `https://127.0.0.1:${port}`);
  bind("ca", Buffer.from(authority.certificate).toString("base64"));
  return {
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      // closeAllConnections knows none that is still in its handshake.
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

async function answer(input: {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}): Promise<void> {
  const { request, response } = input;
  const review = (await json(request)) as JsonObject;
  const path = request.url?.split("?")[0] ?? "";
  if (path === "/500") {
    response.writeHead(500).end("out of order");
    return;
  }
  response.setHeader("content-type", "application/json");
  response.end(path === "/garbage" ? "{" : JSON.stringify(reviewed({ review, path })));
}

function reviewed(input: { readonly review: JsonObject; readonly path: string }): Json {
  const { review, path } = input;
  const uid = at(review, "request", "uid") ?? null;
  const version = String(at(review, "request", "desiredAPIVersion"));
  const objects = at(review, "request", "objects");
  const convertedObjects = (isArray(objects) ? objects : []).map((object) =>
    convert({ object, version, path }),
  );
  const failed = { status: "Failure", message: "no way" };
  const response = {
    uid: path === "/wrong-uid" ? "other" : uid,
    result: path === "/failed" ? failed : { status: "Success" },
    convertedObjects: path === "/too-few" ? [] : convertedObjects,
  };
  const kind = path === "/wrong-kind" ? "Other" : (review["kind"] ?? null);
  return {
    apiVersion: review["apiVersion"] ?? null,
    kind,
    ...(path === "/no-response" ? {} : { response }),
  };
}

/** v1 has `spec.address: "host:port"`, v2 has `spec.host` and `spec.port`. */
function convert(input: {
  readonly object: Json;
  readonly version: string;
  readonly path: string;
}): Json {
  const { object, version, path } = input;
  if (!isObject(object)) return object;
  const spec = at(object, "spec");
  const members = isObject(spec) ? spec : {};
  const apiVersion = path === "/wrong-version" ? "other/v1" : version;
  const metadata = at(object, "metadata");
  const changed = isObject(metadata)
    ? {
        ...metadata,
        ...(path === "/renames" ? { name: "renamed" } : {}),
        ...(path === "/labels" ? { labels: { by: "webhook" } } : {}),
        ...(path === "/drops-uid" ? { uid: "" } : {}),
      }
    : null;
  const { address, host, port, ...rest } = members;
  const [its, number] = String(address ?? "").split(":");
  const own = version.endsWith("/v2")
    ? address === undefined
      ? { host, port }
      : { host: its, port: number }
    : host === undefined
      ? { address }
      : { address: `${String(host)}:${String(port)}` };
  const present = Object.fromEntries(
    Object.entries(own).filter((entry): entry is [string, Json] => entry[1] !== undefined),
  );
  return { ...object, apiVersion, metadata: changed, spec: { ...rest, ...present } };
}
