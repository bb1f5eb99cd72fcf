import { isUtf8 } from "node:buffer";

/** A fetched text, or why there is none. */
export type Fetched = { readonly text: string } | { readonly reason: string };

/** Fetches a text by its address. */
export type FetchText = (address: string) => Promise<Fetched>;

/** How much a server may ask of us. */
interface Limits {
  /** Time for the whole answer. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

const mebibyte = 1024 * 1024;
/** The largest definitions have three megabytes, and files with all of a project a few times that. */
const usual: Limits = { timeoutMs: 30_000, maxBytes: 64 * mebibyte };

/** Whether a source is an address. */
export function isAddress(source: string): boolean {
  return /^https?:\/\//i.test(source);
}

/** Fetches a text with the `fetch` of the platform. A page of a file on GitHub stands for the file. */
export async function fetchText(address: string): Promise<Fetched> {
  return await fetchWithin({ address, limits: usual });
}

/** The same with other limits. */
export async function fetchWithin(input: {
  readonly address: string;
  readonly limits: Limits;
}): Promise<Fetched> {
  const { address, limits } = input;
  const { timeoutMs } = limits;
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(rawAddress(address), { signal });
    if (!response.ok) {
      await response.body?.cancel();
      return { reason: `the server answers ${response.status}` };
    }
    if (response.headers.get("content-type")?.startsWith("text/html") === true) {
      await response.body?.cancel();
      return { reason: "it is a web page; give the address of the file itself" };
    }
    return await limitedText({ response, ...limits });
  } catch (error) {
    if (signal.aborted) return { reason: `no answer within ${timeoutMs / 1000} seconds` };
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { reason: cause instanceof Error ? cause.message : String(cause) };
  }
}

/** `https://github.com/x/y/blob/main/crd.yaml` is a page; the file is elsewhere. */
export function rawAddress(address: string): string {
  const page = /^https:\/\/github\.com\/([^/]+\/[^/]+)\/blob\/(.+)$/.exec(address);
  return page === null ? address : `https://raw.githubusercontent.com/${page[1]}/${page[2]}`;
}

async function limitedText(input: Limits & { readonly response: Response }): Promise<Fetched> {
  const { response, maxBytes } = input;
  const tooLarge = { reason: `it has more than ${maxBytes / mebibyte} MiB` };
  if (Number(response.headers.get("content-length") ?? 0) > maxBytes) {
    await response.body?.cancel();
    return tooLarge;
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) return tooLarge;
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  return isUtf8(body)
    ? { text: new TextDecoder().decode(body) }
    : { reason: "it is no UTF-8; fetch the file by hand and save it as UTF-8" };
}
