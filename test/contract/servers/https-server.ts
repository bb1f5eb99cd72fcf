import type { IncomingMessage } from "node:http";
import { Agent, request as send } from "node:https";
import { buffer } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";
import type {
  Caller,
  Closable,
  ContractAnswer,
  ContractRequest,
  ContractServer,
  ContractStream,
} from "../harness/contract-server.js";
import { LineQueue } from "../harness/line-queue.js";

/** Only a request that never ends takes so long. */
const livenessMs = 30_000;

/** Where a server listens, and what proves that we are its administrator; PEM. */
export interface Address {
  readonly url: string;
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

/** A server behind HTTPS. Requests go out byte for byte: no client repairs a path or a header. */
export class HttpsServer implements ContractServer, Closable {
  readonly name: string;
  readonly concurrency: number;
  readonly #address: Address;
  readonly #admin: Agent;
  readonly #anonymous: Agent;

  constructor(input: {
    readonly name: string;
    readonly address: Address;
    readonly concurrency?: number;
  }) {
    this.name = input.name;
    this.concurrency = input.concurrency ?? 16;
    this.#address = input.address;
    const { ca, cert, key } = input.address;
    this.#admin = new Agent({ keepAlive: true, ca, cert, key });
    this.#anonymous = new Agent({ keepAlive: true, ca });
  }

  async send(request: ContractRequest): Promise<ContractAnswer> {
    const message = await this.#request(request);
    const bytes = await buffer(message);
    const zipped = message.headers["content-encoding"] === "gzip";
    return { ...head(message), body: zipped ? gunzipSync(bytes) : bytes };
  }

  async open(request: ContractRequest): Promise<ContractStream> {
    const message = await this.#request(request);
    const lines = new LineQueue();
    message.on("data", (chunk: Uint8Array) => lines.push(chunk));
    message.on("end", () => lines.end());
    message.on("error", (error) => lines.end(error));
    return {
      ...head(message),
      next: (timeoutMs) => lines.next(timeoutMs),
      get pending() {
        return lines.pending;
      },
      async close() {
        lines.end();
        message.destroy();
      },
    };
  }

  async close(): Promise<void> {
    this.#admin.destroy();
    this.#anonymous.destroy();
  }

  #request(request: ContractRequest): Promise<IncomingMessage> {
    const { method, path, headers, body, caller } = request;
    const certified = caller.as === "admin" || caller.as === "user";
    const { hostname, port } = new URL(this.#address.url);
    return new Promise((resolve, reject) => {
      const outgoing = send({
        method,
        path,
        hostname,
        port,
        agent: certified ? this.#admin : this.#anonymous,
        headers: {
          ...headers,
          ...credentials(caller),
          ...(body === undefined ? {} : { "content-length": body.byteLength }),
        },
      });
      const late = setTimeout(() => {
        outgoing.destroy(new Error(`no answer to ${method} ${path} within ${livenessMs} ms`));
      }, livenessMs);
      outgoing.on("response", (message) => {
        clearTimeout(late);
        resolve(message);
      });
      outgoing.on("error", (error: NodeJS.ErrnoException) => {
        clearTimeout(late);
        // The server closes kept connections as it likes, also in the moment in which a request goes out.
        if (outgoing.reusedSocket && error.code === "ECONNRESET") resolve(this.#request(request));
        else reject(error);
      });
      outgoing.end(body);
    });
  }
}

function credentials(caller: Caller): Record<string, string | string[]> {
  if (caller.as === "token") return { authorization: `Bearer ${caller.token}` };
  if (caller.as !== "user") return {};
  return { "impersonate-user": caller.name, "impersonate-group": [...caller.groups] };
}

function head(message: IncomingMessage): Pick<ContractAnswer, "status" | "headers"> {
  const headers = Object.entries(message.headersDistinct).map(
    ([name, values]) => [name, values ?? []] as const,
  );
  return { status: message.statusCode ?? 0, headers: Object.fromEntries(headers) };
}
