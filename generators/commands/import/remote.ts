/** A fetched text, or why there is none. */
export type Fetched = { readonly text: string } | { readonly reason: string };

/** Fetches a text by its address. */
export type FetchText = (address: string) => Promise<Fetched>;

/** Time that a server has, and the most that is read: the largest definitions have three megabytes. */
const timeoutMs = 30_000;
const maxBytes = 64 * 1024 * 1024;

/** Whether a source is an address. */
export function isAddress(source: string): boolean {
  return /^https?:\/\//i.test(source);
}

/** Fetches a text with the `fetch` of the platform. A page of a file on GitHub stands for the file. */
export async function fetchText(address: string): Promise<Fetched> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(rawAddress(address), { signal });
    if (!response.ok) return { reason: `the server answers ${response.status}` };
    return await limitedText(response);
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

async function limitedText(response: Response): Promise<Fetched> {
  const tooLarge = { reason: `it has more than ${maxBytes / 1024 / 1024} MiB` };
  if (Number(response.headers.get("content-length") ?? 0) > maxBytes) return tooLarge;
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) return tooLarge;
    text += decoder.decode(chunk, { stream: true });
  }
  return { text: text + decoder.decode() };
}
