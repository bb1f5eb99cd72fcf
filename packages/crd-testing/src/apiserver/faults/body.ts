import { type Clock, sleep } from "crd-runtime";
import { ConnectionBroken } from "../doors/connection-broken.js";

/** A body of a response, whole or in parts. */
export type Body = Uint8Array | AsyncIterable<Uint8Array>;

/** The parts of a body. */
export async function* partsOf(body: Body): AsyncGenerator<Uint8Array, void, undefined> {
  if (body instanceof Uint8Array) yield body;
  else yield* body;
}

/** The first bytes of a body. `whole`: whether it has no more. */
async function* first(input: {
  readonly body: Body;
  readonly bytes: number;
}): AsyncGenerator<Uint8Array, void, undefined> {
  let left = input.bytes;
  if (left <= 0) return;
  for await (const part of partsOf(input.body)) {
    yield part.subarray(0, left);
    left -= part.byteLength;
    if (left <= 0) return;
  }
}

/** Ends after so many bytes, as if that were all. */
export const truncated = first;

/** Breaks after so many bytes. */
export async function* resetInside(input: {
  readonly body: Body;
  readonly bytes: number;
}): AsyncGenerator<Uint8Array, void, undefined> {
  yield* first(input);
  throw new ConnectionBroken("ECONNRESET");
}

/** Falls silent after so many bytes, until the client goes away. */
export async function* silentAfter(input: {
  readonly body: Body;
  readonly bytes: number;
  readonly signal: AbortSignal;
}): AsyncGenerator<Uint8Array, void, undefined> {
  yield* first(input);
  await untilGone(input.signal);
}

/** Comes in chunks of so many bytes, with a pause before each. */
export async function* slow(input: {
  readonly body: Body;
  readonly chunkBytes: number;
  readonly delayMs: number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}): AsyncGenerator<Uint8Array, void, undefined> {
  const { clock, signal, delayMs: ms } = input;
  const size = Math.max(1, Math.floor(input.chunkBytes));
  for await (const part of partsOf(input.body)) {
    for (let start = 0; start < part.byteLength; start += size) {
      if (ms > 0) await sleep({ clock, ms, signal });
      yield part.subarray(start, start + size);
    }
  }
}

/** Settles when the client has gone away: a half-open connection says nothing and does not end. */
export async function untilGone(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
