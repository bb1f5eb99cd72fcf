import { type ClientRequest, request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest, type RequestOptions } from "node:https";
import type { Socket } from "node:net";
import type { Clock, Timer } from "../../clock/index.js";
import { onAbort } from "../../clock/on-abort.js";
import { ConnectionError, errorCode, toConnectionError } from "../connection-error.js";
import { ConfigError } from "../errors.js";

/** Milliseconds for a connection to come about; client-go's figure. */
export const connectMs = 30_000;
/** Milliseconds for a TLS handshake; client-go's figure. */
const handshakeMs = 10_000;
/** Delay of TCP keep-alive probes; Go's figure. They find a dead connection that carries nothing. */
export const keepAliveMs = 30_000;
/** Milliseconds for the head of an answer, and for each further part. Servers give up on a request after 60 s. */
const answerMs = 120_000;

const standstill = `the answer stood still for ${answerMs / 1_000} s`;

/** One HTTP exchange up to the head of the answer. */
export interface Exchange {
  readonly options: RequestOptions;
  readonly secure: boolean;
  readonly body: Uint8Array | undefined;
  readonly signal: AbortSignal | undefined;
  /** The body may be silent for as long as it likes. */
  readonly streaming: boolean;
  readonly clock: Clock;
  readonly host: string;
  /** Called when all is over: the body was read, or broke off, or was left. */
  readonly onClose: (() => void) | undefined;
}

/** The connection was an idle one, and the server had closed it before the request came. */
export class StaleConnectionError extends Error {
  override readonly name: string = "StaleConnectionError";
}

/**
 * Sends a request and waits for the head of the answer.
 *
 * @throws ConnectionError
 * @throws ConfigError when a header cannot be sent, such as a token with a line break in it
 * @throws StaleConnectionError when it may have been only the age of the connection
 * @throws the signal's reason when it is aborted; afterwards the abort ends the body
 */
export function exchange(input: Exchange): Promise<IncomingMessage> {
  const { options, secure, body, signal, streaming, clock, host, onClose } = input;
  return new Promise<IncomingMessage>((resolve, reject) => {
    signal?.throwIfAborted();
    const request = open({ options, secure });
    const patience = new Patience({ request, clock, host });
    const abort = (): void => {
      reject(signal?.reason);
      request.destroy();
    };
    const release = onAbort({ signal, callback: abort });
    let settled = false;
    request.on("socket", (socket) => {
      if (!request.reusedSocket) {
        // The agent's options reach TCP connections alone, and TLS ones only once they are idle.
        socket.setNoDelay(true);
        socket.setKeepAlive(true, keepAliveMs);
      }
      patience.onSocket(socket);
    });
    request.on("response", (message) => {
      settled = true;
      if (streaming) patience.end();
      else patience.onBody(message);
      resolve(message);
    });
    request.on("error", (error) => {
      settled = true;
      const code = errorCode(error);
      const stale = request.reusedSocket && (code === "ECONNRESET" || code === "EPIPE");
      const wrapped = toConnectionError({ error, host });
      reject(stale ? new StaleConnectionError(wrapped.message, { cause: wrapped }) : wrapped);
    });
    request.on("close", () => {
      patience.end();
      release();
      onClose?.();
      if (settled) return;
      // Node closes without a response and without an error after a 101.
      const message = `${host} closed the connection without an answer that HTTP clients can use`;
      reject(new ConnectionError({ message, code: "", host }));
    });
    request.end(body);
  });
}

/** Node's messages name the header, not its value. */
function open(input: Pick<Exchange, "options" | "secure">): ClientRequest {
  const { options, secure } = input;
  try {
    return (secure ? httpsRequest : httpRequest)(options);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(`the request cannot be sent: ${reason}`, { cause });
  }
}

/** Ends a request that gets no connection or no answer, or whose body stands still. Waiting for a free connection does not count. */
class Patience {
  readonly #request: ClientRequest;
  readonly #clock: Clock;
  readonly #host: string;
  #timer: Timer | undefined;
  #ended = false;

  constructor(input: {
    readonly request: ClientRequest;
    readonly clock: Clock;
    readonly host: string;
  }) {
    this.#request = input.request;
    this.#clock = input.clock;
    this.#host = input.host;
  }

  onSocket(socket: Socket): void {
    if (this.#request.reusedSocket) this.#onReady();
    else if (socket.connecting) {
      const what = `no connection came about within ${connectMs / 1_000} s`;
      this.#limit({ ms: connectMs, what, code: "ERR_SOCKET_CONNECTION_TIMEOUT" });
      socket.once("connect", () => this.#onConnected(socket));
    } else this.#onConnected(socket);
  }

  #onConnected(socket: Socket): void {
    if (!("encrypted" in socket)) {
      this.#onReady();
      return;
    }
    const what = `the TLS handshake hung for ${handshakeMs / 1_000} s`;
    this.#limit({ ms: handshakeMs, what, code: "ERR_TLS_HANDSHAKE_TIMEOUT" });
    socket.once("secureConnect", () => this.#onReady());
  }

  #onReady(): void {
    const what = `no answer came within ${answerMs / 1_000} s`;
    this.#limit({ ms: answerMs, what, code: "ETIMEDOUT" });
  }

  /** Looks at the socket: listening to the body would set it flowing. */
  onBody(message: IncomingMessage): void {
    const { bytesRead } = message.socket;
    const onTime = (): void => {
      if (message.socket.bytesRead > bytesRead) this.onBody(message);
      else message.destroy(this.#error({ what: standstill, code: "ETIMEDOUT" }));
    };
    this.#arm({ ms: answerMs, onTime });
  }

  end(): void {
    this.#ended = true;
    this.#timer?.cancel();
  }

  #limit(input: { readonly ms: number; readonly what: string; readonly code: string }): void {
    const { ms, what, code } = input;
    this.#arm({ ms, onTime: () => this.#request.destroy(this.#error({ what, code })) });
  }

  #arm(input: { readonly ms: number; readonly onTime: () => void }): void {
    this.#timer?.cancel();
    if (!this.#ended) {
      this.#timer = this.#clock.setTimer(input.ms, input.onTime);
    }
  }

  #error(input: { readonly what: string; readonly code: string }): ConnectionError {
    const { what, code } = input;
    const host = this.#host;
    return new ConnectionError({ message: `${host} does not answer: ${what}`, code, host });
  }
}
