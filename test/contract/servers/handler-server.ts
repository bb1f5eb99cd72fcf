import type {
  Handler,
  ServerRequest,
  ServerResponse,
} from "../../../packages/crd-testing/src/apiserver/http.js";
import type {
  Caller,
  ContractAnswer,
  ContractRequest,
  ContractServer,
  ContractStream,
} from "../harness/contract-server.js";
import { LineQueue } from "../harness/line-queue.js";

const nothing = new Uint8Array();

/** A server in this process, asked without sockets. */
export class HandlerServer implements ContractServer {
  readonly name: string;
  readonly concurrency = 1;
  readonly #handle: Handler;

  constructor(input: { readonly name: string; readonly handle: Handler }) {
    this.name = input.name;
    this.#handle = input.handle;
  }

  async send(request: ContractRequest): Promise<ContractAnswer> {
    const response = await this.#handle(serverRequest(request, new AbortController().signal));
    return { ...head(response), body: await whole(response.body) };
  }

  async open(request: ContractRequest): Promise<ContractStream> {
    const aborted = new AbortController();
    const response = await this.#handle(serverRequest(request, aborted.signal));
    const lines = new LineQueue();
    const read = async (): Promise<void> => {
      try {
        for await (const chunk of chunks(response.body)) lines.push(chunk);
        lines.end();
      } catch (error) {
        lines.end(error);
      }
    };
    void read();
    return {
      ...head(response),
      next: (timeoutMs) => lines.next(timeoutMs),
      get pending() {
        return lines.pending;
      },
      async close() {
        lines.end();
        aborted.abort();
      },
    };
  }
}

function serverRequest(request: ContractRequest, signal: AbortSignal): ServerRequest {
  const { method, path, body = nothing, caller } = request;
  const length = body.byteLength > 0 ? { "content-length": String(body.byteLength) } : {};
  const token = caller.as === "token" ? { authorization: `Bearer ${caller.token}` } : {};
  const headers = { host: "localhost", ...request.headers, ...length, ...token };
  return { method, path, headers, body, signal, user: userOf(caller) };
}

function userOf(caller: Caller): ServerRequest["user"] {
  if (caller.as === "admin")
    return { name: "admin", groups: ["system:masters", "system:authenticated"] };
  if (caller.as === "user")
    return { name: caller.name, groups: [...caller.groups, "system:authenticated"] };
  return undefined;
}

function head(response: ServerResponse): Pick<ContractAnswer, "status" | "headers"> {
  const headers = Object.entries(response.headers).map(
    ([name, value]) => [name, typeof value === "string" ? [value] : value] as const,
  );
  return { status: response.status, headers: Object.fromEntries(headers) };
}

async function whole(body: ServerResponse["body"]): Promise<Uint8Array> {
  if (body instanceof Uint8Array) return body;
  const parts: Uint8Array[] = [];
  for await (const chunk of body) parts.push(chunk);
  return Buffer.concat(parts);
}

async function* chunks(body: ServerResponse["body"]): AsyncGenerator<Uint8Array> {
  if (body instanceof Uint8Array) yield body;
  else yield* body;
}
