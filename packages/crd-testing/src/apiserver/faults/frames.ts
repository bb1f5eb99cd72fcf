import type { Status } from "crd-runtime";
import type { Body } from "./body.js";
import { partsOf } from "./body.js";

const newline = 0x0a;
const bookmark = Buffer.from('{"type":"BOOKMARK"');

/** The frames of a watch, each with its line break. */
async function* framesOf(body: Body): AsyncGenerator<Uint8Array, void, undefined> {
  let rest: Uint8Array = new Uint8Array();
  for await (const part of partsOf(body)) {
    let bytes = rest.byteLength === 0 ? part : Buffer.concat([rest, part]);
    for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline)) {
      yield bytes.subarray(0, end + 1);
      bytes = bytes.subarray(end + 1);
    }
    rest = bytes;
  }
  if (rest.byteLength > 0) yield rest;
}

/** Each bookmark so many times; 0 leaves them out. */
export async function* bookmarksTimes(input: {
  readonly body: Body;
  readonly times: number;
}): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const frame of framesOf(input.body)) {
    const times = isBookmark(frame) ? input.times : 1;
    for (let count = 0; count < times; count++) yield frame;
  }
}

/** An ERROR event after so many events, and the end. */
export async function* errorFrame(input: {
  readonly body: Body;
  readonly afterFrames: number;
  readonly status: Status;
}): AsyncGenerator<Uint8Array, void, undefined> {
  let left = input.afterFrames;
  if (left > 0) {
    for await (const frame of framesOf(input.body)) {
      yield frame;
      left -= 1;
      if (left === 0) break;
    }
  }
  yield Buffer.from(`${JSON.stringify({ type: "ERROR", object: input.status })}\n`);
}

function isBookmark(frame: Uint8Array): boolean {
  return bookmark.every((byte, index) => frame[index] === byte);
}
