import { InvalidRequestError, type RestClient, type RestRequest } from "crd-runtime";
import { onAbort } from "../clock/on-abort.js";
import { closable } from "../watch/closable.js";
import { linesOf } from "./log-lines.js";

/** How lines are read. */
export interface LogLinesOptions {
  /** A longer line comes in parts of at most so many bytes; 1 MiB when absent. Four at least, for a character. */
  readonly maxLineBytes?: number | undefined;
}

/**
 * A log that is still to be read: each reading, and each iteration, is a request of its own. Iterated, it is bytes as they come,
 * in constant memory, one connection for each; leaving the loop closes it.
 *
 * What a reading throws: ApiError when the server refuses (NotFound; BadRequest for a container that is not there, or has not
 * started), ConnectionError, CredentialError, InvalidRequestError, and the reason of the signal when it is aborted. A log whose connection
 * breaks is a ConnectionError, not an end.
 */
export interface PodLogs extends AsyncIterable<Uint8Array> {
  /** All of it at once, as text: for a log that is small, or has `limitBytes` or `tailLines`. */
  text(): Promise<string>;
  /** Line by line, without line breaks; an empty line is `""`. */
  lines(options?: LogLinesOptions): AsyncIterable<string>;
}

const defaultMaxLineBytes = 1 << 20;

/** Longest character of UTF-8. */
const minLineBytes = 4;

/** The log behind a request. */
export function podLogs(input: {
  readonly rest: RestClient;
  /** Made for each reading. @throws InvalidRequestError */
  readonly request: () => RestRequest;
  readonly follow: boolean;
  readonly signal: AbortSignal | undefined;
}): PodLogs {
  const { rest, request, follow, signal } = input;
  const chunks = (controller: AbortController) =>
    read({ rest, request: request(), signal, controller });
  return {
    [Symbol.asyncIterator]: () => closable(chunks),
    async text() {
      // A log that is followed lasts as long as its container: the time limit of calls is not for it.
      if (!follow) return await rest.requestText(request(), { signal });
      const body = await rest.stream(request(), { signal });
      return Buffer.from(await body.bytes()).toString();
    },
    lines({ maxLineBytes: maxBytes = defaultMaxLineBytes } = {}) {
      if (!(maxBytes >= minLineBytes)) {
        throw new InvalidRequestError(`maxLineBytes is ${maxBytes}: it must be at least 4`);
      }
      return {
        [Symbol.asyncIterator]: () =>
          closable((controller) => linesOf({ chunks: chunks(controller), maxBytes })),
      };
    },
  };
}

async function* read(input: {
  readonly rest: RestClient;
  readonly request: RestRequest;
  readonly signal: AbortSignal | undefined;
  readonly controller: AbortController;
}): AsyncGenerator<Uint8Array, undefined, undefined> {
  const { rest, request, signal, controller } = input;
  signal?.throwIfAborted();
  const release = onAbort({ signal, callback: () => controller.abort(signal?.reason) });
  try {
    yield* await rest.stream(request, { signal: controller.signal });
  } catch (error) {
    if (!controller.signal.aborted) throw error;
  } finally {
    release();
  }
  signal?.throwIfAborted();
  return undefined;
}
