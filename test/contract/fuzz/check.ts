import { parseJSON } from "../../../packages/crd-runtime/src/rest/json.js";
import type { Handler, ServerResponse } from "../../../packages/crd-testing/src/apiserver/http.js";
import { at, type Json } from "../harness/json.js";
import type { FuzzRequest } from "./corpus.js";

/** No answer takes so long, but for what waits on purpose, and that is hastened. */
const livenessMs = 10_000;
/** What a watch shows before it is given up. */
const watchedChunks = 3;

/** What Node says when our own code is wrong, and no server may say. */
const ours =
  /Cannot (read|set|convert|mix|destructure)|is not (a function|iterable|defined|an object|a constructor)|Maximum call stack|Invalid (array|string|typed array) length|Unexpected (token|end of JSON)|circular structure|undefined \(|\[object Object\]|TypeError|RangeError|SyntaxError/;

/** Sends a request; what is wrong with the answer, if anything is. */
export async function check(input: {
  readonly handle: Handler;
  readonly request: FuzzRequest;
}): Promise<string | undefined> {
  const { handle, request } = input;
  const aborted = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`no end of the answer within ${livenessMs} ms`), livenessMs);
  });
  const answered = async (): Promise<string | undefined> => {
    const response = await handle({ ...request, signal: aborted.signal });
    return wrong({ request, response, text: await read({ response, aborted }) });
  };
  try {
    return await Promise.race([answered(), late]);
  } catch (error) {
    return `the handler rejected: ${error instanceof Error ? error.stack : String(error)}`;
  } finally {
    clearTimeout(timer);
    aborted.abort();
  }
}

/** The body; of a stream the first chunks. Undefined for a stream, which is no single value. */
async function read(input: {
  readonly response: ServerResponse;
  readonly aborted: AbortController;
}): Promise<string | undefined> {
  const { body } = input.response;
  if (body instanceof Uint8Array) return Buffer.from(body).toString("utf8");
  let left = watchedChunks;
  // A watch in which nothing happens sends nothing.
  const giveUp = setTimeout(() => input.aborted.abort(), 5);
  try {
    for await (const chunk of body) {
      parseLines(Buffer.from(chunk).toString("utf8"));
      left -= 1;
      if (left === 0) break;
    }
  } finally {
    clearTimeout(giveUp);
  }
  return undefined;
}

function parseLines(text: string): void {
  for (const line of text.split("\n")) if (line.startsWith("{")) parseJSON(line);
}

function wrong(input: {
  readonly request: FuzzRequest;
  readonly response: ServerResponse;
  readonly text: string | undefined;
}): string | undefined {
  const { request, response, text } = input;
  const { status, headers } = response;
  if (!Number.isInteger(status) || status < 200 || status > 599) return `status ${status}`;
  if (text === undefined) return undefined;
  const type = String(headers["content-type"] ?? "");
  if (status >= 500 && ours.test(text))
    return `status ${status}, and it is our own fault: ${text.slice(0, 500)}`;
  if (!type.startsWith("application/json") || text === "" || request.method === "HEAD")
    return status === 200 && text === "" && request.method !== "HEAD"
      ? "an empty answer"
      : undefined;
  return wrongJson({ status, text });
}

function wrongJson(input: { readonly status: number; readonly text: string }): string | undefined {
  const { status, text } = input;
  let body: Json;
  try {
    body = parseJSON(text) as Json;
  } catch (error) {
    return `no JSON: ${String(error)}: ${text.slice(0, 200)}`;
  }
  if (status < 400) return undefined;
  if (at(body, "kind") !== "Status")
    return `status ${status} without a Status: ${text.slice(0, 200)}`;
  if (at(body, "code") !== status) return `status ${status} and code ${String(at(body, "code"))}`;
  if (at(body, "status") !== "Failure") return `status ${status} is no Failure`;
  return typeof at(body, "message") === "string" ? undefined : "no message";
}
