import { readFileSync } from "node:fs";
import type { ClientRequest, IncomingMessage } from "node:http";
import { request } from "node:https";
import { createInterface } from "node:readline";
import { parseJSON } from "crd-runtime";
import { parse } from "yaml";
import { z } from "zod";
import type { JsonObject } from "../../src/apiserver/object.js";
import type { Answer, Call, SeenEvent } from "./api-server.js";

const kubeconfig = z.object({
  clusters: z.array(
    z.object({
      cluster: z.object({ server: z.string(), "certificate-authority-data": z.string() }),
    }),
  ),
  users: z.array(
    z.object({
      user: z.object({ "client-certificate-data": z.string(), "client-key-data": z.string() }),
    }),
  ),
});

const event = z.object({
  type: z.enum(["ADDED", "DELETED", "MODIFIED"]),
  object: z.record(z.string(), z.unknown()),
});

/** A real kube-apiserver, asked as the test server is. */
export class RealApiServer {
  readonly #server: string;
  readonly #tls: { readonly ca: Buffer; readonly cert: Buffer; readonly key: Buffer };

  constructor(kubeconfigPath: string) {
    const { clusters, users } = kubeconfig.parse(parse(readFileSync(kubeconfigPath, "utf8")));
    const [{ cluster } = { cluster: undefined }] = clusters;
    const [{ user } = { user: undefined }] = users;
    if (cluster === undefined || user === undefined) throw new Error("the kubeconfig is empty");
    this.#server = cluster.server;
    this.#tls = {
      ca: Buffer.from(cluster["certificate-authority-data"], "base64"),
      cert: Buffer.from(user["client-certificate-data"], "base64"),
      key: Buffer.from(user["client-key-data"], "base64"),
    };
  }

  async call(call: Call): Promise<Answer> {
    const { request: sent, response } = await this.#send(call);
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk as Buffer);
    sent.destroy();
    const text = Buffer.concat(chunks).toString();
    const body = text.startsWith("{") ? (parseJSON(text) as JsonObject) : {};
    const headers: Answer["headers"] = Object.fromEntries(
      Object.entries(response.headers).map(([name, value = ""]) => [name, value]),
    );
    return { status: response.statusCode ?? 0, headers, body, text };
  }

  /** Watches a collection until an event is the last one that is wanted; it is part of the answer. */
  async watch(input: {
    readonly path: string;
    readonly resourceVersion: string;
    readonly isLast: (seen: SeenEvent) => boolean;
  }): Promise<readonly SeenEvent[]> {
    const { path, resourceVersion, isLast } = input;
    const query = `watch=1&timeoutSeconds=60&resourceVersion=${resourceVersion}`;
    const { request: sent, response } = await this.#send({
      method: "GET",
      path: `${path}?${query}`,
    });
    // What comes after the last event is cut off.
    response.on("error", () => undefined);
    const lines = createInterface({ input: response });
    lines.on("error", () => undefined);
    const seen: SeenEvent[] = [];
    for await (const line of lines) {
      const next = event.parse(parseJSON(line));
      seen.push(next);
      if (isLast(next)) break;
    }
    sent.destroy();
    return seen;
  }

  #send({ method, path, body, headers }: Call): Promise<{
    readonly request: ClientRequest;
    readonly response: IncomingMessage;
  }> {
    const bytes = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
    return new Promise((resolve, reject) => {
      const sent = request(
        this.#server,
        {
          method,
          path,
          ...this.#tls,
          agent: false,
          headers: {
            accept: "application/json",
            "user-agent": "test/1",
            ...(bytes === undefined
              ? {}
              : { "content-type": "application/json", "content-length": bytes.length }),
            ...headers,
          },
        },
        (response) => resolve({ request: sent, response }),
      );
      sent.on("error", reject);
      sent.end(bytes);
    });
  }
}
