import {
  bodyOf,
  type HttpHeaders,
  type Transport,
  type TransportRequest,
  type TransportResponse,
} from "../../src/rest/index.js";

/** An answer: its body as text, or an object to be sent as JSON. */
export interface Answer {
  readonly status?: number;
  readonly headers?: HttpHeaders;
  readonly body?: unknown;
}

/** Something that happens instead of an answer. */
export type Step = Answer | Error | ((request: TransportRequest) => Promise<Answer> | Answer);

/** Plays answers in their order, the last one again and again, and keeps what was asked. */
export class MemoryTransport implements Transport {
  readonly requests: TransportRequest[] = [];
  readonly #steps: readonly Step[];

  constructor(steps: readonly Step[]) {
    this.#steps = steps;
  }

  async send(request: TransportRequest): Promise<TransportResponse> {
    request.signal?.throwIfAborted();
    const step = this.#steps[Math.min(this.requests.length, this.#steps.length - 1)];
    this.requests.push(request);
    if (step instanceof Error) {
      throw step;
    }
    const answer = typeof step === "function" ? await step(request) : step;
    const { status = 200, headers = {}, body = {} } = answer ?? {};
    return { status, headers, body: bodyOf(contentOf(body)) };
  }
}

function contentOf(body: unknown): string | Uint8Array | AsyncIterable<Uint8Array> {
  if (typeof body === "string" || body instanceof Uint8Array) {
    return body;
  }
  return isChunks(body) ? body : JSON.stringify(body);
}

function isChunks(body: unknown): body is AsyncIterable<Uint8Array> {
  return typeof body === "object" && body !== null && Symbol.asyncIterator in body;
}

/** Resolves never, and rejects with the signal's reason when it is aborted. */
export async function untilAborted(signal: AbortSignal | undefined): Promise<never> {
  return await new Promise<never>((_resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
    }
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

/** An error as node:net throws it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`read ${code}`), { code });
}
