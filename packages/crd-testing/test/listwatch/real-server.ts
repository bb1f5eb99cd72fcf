import { readFileSync } from "node:fs";
import { Agent, request } from "node:https";
import { parse } from "yaml";
import { z } from "zod";

const kubeconfigShape = z.object({
  clusters: z
    .tuple([
      z.object({
        cluster: z.object({ server: z.string(), "certificate-authority-data": z.string() }),
      }),
    ])
    .rest(z.unknown()),
  users: z
    .tuple([
      z.object({
        user: z.object({ "client-certificate-data": z.string(), "client-key-data": z.string() }),
      }),
    ])
    .rest(z.unknown()),
});

export interface RealAnswer {
  readonly code: number;
  readonly contentType: string | undefined;
  readonly text: string;
}

/** Requests to a real API server as its administrator, without any client in between. */
export class RealServer {
  readonly #agent: Agent;
  readonly #server: string;

  constructor(kubeconfigPath: string) {
    const config = kubeconfigShape.parse(parse(readFileSync(kubeconfigPath, "utf8")));
    const { cluster } = config.clusters[0];
    const { user } = config.users[0];
    const decode = (data: string): Buffer => Buffer.from(data, "base64");
    this.#server = cluster.server;
    this.#agent = new Agent({
      keepAlive: true,
      ca: decode(cluster["certificate-authority-data"]),
      cert: decode(user["client-certificate-data"]),
      key: decode(user["client-key-data"]),
    });
  }

  /** Sends a request and reads the whole answer, until a watch ends. */
  async send(input: {
    readonly method?: string;
    readonly path: string;
    readonly accept?: string;
    readonly body?: unknown;
  }): Promise<RealAnswer> {
    const { method = "GET", path, accept = "application/json", body } = input;
    const payload = body === undefined ? "" : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const outgoing = request(
        new URL(path, this.#server),
        {
          method,
          agent: this.#agent,
          headers: {
            accept,
            "content-type":
              method === "PATCH" ? "application/merge-patch+json" : "application/json",
            "content-length": Buffer.byteLength(payload),
          },
        },
        (response) => {
          const parts: Buffer[] = [];
          response.on("data", (part: Buffer) => parts.push(part));
          response.on("error", reject);
          response.on("end", () => {
            resolve({
              code: response.statusCode ?? 0,
              contentType: response.headers["content-type"],
              text: Buffer.concat(parts).toString(),
            });
          });
        },
      );
      outgoing.on("error", reject);
      outgoing.end(payload);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
