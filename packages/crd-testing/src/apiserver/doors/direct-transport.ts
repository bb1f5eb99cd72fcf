import {
  bodyOf,
  type Clock,
  ConnectionError,
  onAbort,
  systemClock,
  type Transport,
  type TransportRequest,
  type TransportResponse,
} from "crd-runtime";
import type { Handler, ServerResponse, User } from "../http.js";
import { ConnectionBroken } from "./connection-broken.js";

/** Milliseconds that the runtime's HTTP transport waits for the head of an answer, and for each further part of one that is no watch. */
const answerMs = 120_000;
const noBody = new Uint8Array();
const ended = new Error("the client has left");

/**
 * The door without a socket: the requests and the bytes of the listener, for clients in the same process. A transport
 * speaks for one user; without one, the credentials in the request's headers count.
 */
export class DirectTransport implements Transport {
  readonly #handler: Handler;
  readonly #user: User | undefined;
  readonly #host: string;
  readonly #connections: Connections;
  readonly #clock: Clock;

  constructor(input: {
    readonly handler: Handler;
    readonly host: string;
    readonly user?: User | undefined;
    /** Where requests are kept while they are open, so that all of them can be broken. */
    readonly connections?: Connections | undefined;
    /** Of the patience with answers that do not come. */
    readonly clock?: Clock | undefined;
  }) {
    this.#handler = input.handler;
    this.#clock = input.clock ?? systemClock;
    this.#connections = input.connections ?? new Connections();
    this.#host = input.host;
    this.#user = input.user;
  }

  /**
   * @throws ConnectionError where a fault breaks the connection or nothing comes for two minutes, and when the server has
   *   stopped
   * @throws the signal's reason when it is aborted, as the body does
   */
  async send(request: TransportRequest): Promise<TransportResponse> {
    const { method, path, headers, body = noBody, signal } = request;
    signal?.throwIfAborted();
    if (this.#connections.closed) throw this.#failure(new ConnectionBroken("ECONNREFUSED"));
    const call = new Call({ outer: signal, connections: this.#connections });
    try {
      const response = await this.#within({
        what: "no answer came within",
        call,
        work: this.#handler({ method, path, headers, body, signal: call.signal, user: this.#user }),
      });
      return this.#deliver({ response, call, streaming: request.streaming });
    } catch (error) {
      call.end();
      throw this.#failure(error);
    }
  }

  #deliver(input: {
    readonly response: ServerResponse;
    readonly call: Call;
    readonly streaming: boolean | undefined;
  }): TransportResponse {
    const { response, call, streaming } = input;
    const { status, headers, body } = response;
    if (body instanceof Uint8Array) {
      call.finish();
      // A copy: the client may do with its bytes what it likes, and these may be those in the storage.
      return { status, headers, body: bodyOf(new Uint8Array(body)) };
    }
    return { status, headers, body: bodyOf(this.#chunks({ body, call, streaming })) };
  }

  async *#chunks(input: {
    readonly body: AsyncIterable<Uint8Array>;
    readonly call: Call;
    readonly streaming: boolean | undefined;
  }): AsyncGenerator<Uint8Array, void, undefined> {
    const { body, call, streaming } = input;
    const iterator = body[Symbol.asyncIterator]();
    try {
      for (;;) {
        const work = iterator.next();
        const next = await (streaming === true
          ? call.untilAborted(work)
          : this.#within({ what: "the answer stood still for", call, work }));
        if (next.done === true) return;
        yield next.value;
      }
    } catch (error) {
      throw this.#failure(error);
    } finally {
      call.end();
      // Not awaited: after an abort its pending next() may take its time.
      iterator.return?.().catch(() => undefined);
    }
  }

  /** Waits as long as a client over the network would. */
  async #within<Value>(input: {
    readonly what: string;
    readonly call: Call;
    readonly work: Promise<Value>;
  }): Promise<Value> {
    const { what, call, work } = input;
    const host = this.#host;
    const timer = this.#clock.setTimer(answerMs, () => {
      const message = `${host} does not answer: ${what} ${answerMs / 1_000} s`;
      call.break(new ConnectionError({ message, code: "ETIMEDOUT", host }));
    });
    try {
      return await call.untilAborted(work);
    } finally {
      timer.cancel();
    }
  }

  #failure(error: unknown): unknown {
    if (!(error instanceof ConnectionBroken)) return error;
    const { code, message } = error;
    const host = this.#host;
    return new ConnectionError({ message: `${host}: ${message} (${code})`, code, host });
  }
}

/** The requests that are open. */
export class Connections {
  readonly #open = new Set<Call>();
  #closed = false;

  /** Whether nobody takes requests any more. */
  get closed(): boolean {
    return this.#closed;
  }

  add(call: Call): void {
    this.#open.add(call);
  }

  remove(call: Call): void {
    this.#open.delete(call);
  }

  /** Breaks every open request, as a server does that dies. */
  reset(): void {
    for (const call of [...this.#open]) call.break(new ConnectionBroken("ECONNRESET"));
  }

  /** Refuses requests from now on; those that are open go on. */
  close(): void {
    this.#closed = true;
  }
}

/** One request on its way: what the server sees of the client's signal, and the client of the connection. */
class Call {
  readonly #controller = new AbortController();
  readonly #outer: AbortSignal | undefined;
  readonly #connections: Connections;
  #reject: ((reason: unknown) => void) | undefined;
  readonly #release: () => void;
  #broken: Error | undefined;

  constructor(input: {
    readonly outer: AbortSignal | undefined;
    readonly connections: Connections;
  }) {
    this.#outer = input.outer;
    this.#connections = input.connections;
    this.#connections.add(this);
    this.#release = onAbort({
      signal: input.outer,
      callback: () => {
        this.#controller.abort(this.#outer?.reason);
        this.#reject?.(this.#outer?.reason);
      },
    });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Waits, but not beyond the client's abort, whose reason is thrown, or the end of the connection. */
  async untilAborted<Value>(work: Promise<Value>): Promise<Value> {
    // When the call has ended meanwhile, nobody hears how the work went.
    work.catch(() => undefined);
    this.#outer?.throwIfAborted();
    if (this.#broken !== undefined) throw this.#broken;
    return await new Promise<Value>((resolve, reject) => {
      this.#reject = reject;
      work.then(resolve, reject);
    });
  }

  break(error: Error): void {
    this.#broken = error;
    this.#controller.abort(error);
    this.#reject?.(error);
  }

  /** The response is whole, and the client has it. */
  finish(): void {
    this.#connections.remove(this);
    this.#release();
  }

  /** The client is done with a response that may go on, or there is none. */
  end(): void {
    this.finish();
    this.#controller.abort(ended);
  }
}
