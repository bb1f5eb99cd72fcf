import type { Readable } from "node:stream";
import { toConnectionError } from "../connection-error.js";
import type { ResponseBody } from "../transport.js";

/** The body of an answer of node:http(s). */
export class IncomingBody implements ResponseBody {
  readonly #message: Readable;
  readonly #host: string;
  readonly #signal: AbortSignal | undefined;

  constructor(input: {
    /** The message of node:http(s), or what decompresses it. */
    readonly message: Readable;
    readonly host: string;
    readonly signal: AbortSignal | undefined;
  }) {
    this.#message = input.message;
    this.#host = input.host;
    this.#signal = input.signal;
  }

  /** Listens to events: an async iterator costs about as much as the rest of a small request. */
  async bytes(): Promise<Uint8Array> {
    const message = this.#message;
    try {
      return await new Promise<Uint8Array>((resolve, reject) => {
        const parts: Buffer[] = [];
        message.on("data", (part: Buffer) => parts.push(part));
        message.on("end", () => {
          const [only] = parts;
          resolve(parts.length === 1 && only !== undefined ? only : Buffer.concat(parts));
        });
        message.on("error", reject);
        const onClose = (): void => {
          if (!message.readableEnded) {
            reject(message.errored ?? new Error("the answer ended too early"));
          }
        };
        message.on("close", onClose);
        if (message.destroyed) {
          onClose();
        }
      });
    } catch (error) {
      throw this.#failure(error);
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      yield* this.#message;
    } catch (error) {
      throw this.#failure(error);
    }
  }

  #failure(error: unknown): unknown {
    return this.#signal?.aborted
      ? this.#signal.reason
      : toConnectionError({ error, host: this.#host });
  }
}
