import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { BinariesError } from "./errors.js";
import { type FetchLike, problemOf } from "./fetch.js";
import type { Release } from "./release-index.js";

/** How far a download is. */
export interface DownloadProgress {
  readonly receivedBytes: number;
  /** Absent when the server does not say. */
  readonly totalBytes: number | undefined;
}

/**
 * Downloads an archive into a file; its checksum is taken on the way.
 *
 * @throws BinariesError `download` or `checksum`; the file then holds something, and must go
 * @throws the signal's reason when it is aborted
 */
export async function download(input: {
  readonly release: Release;
  readonly file: string;
  readonly fetch: FetchLike;
  readonly onProgress: (progress: DownloadProgress) => void;
  readonly signal?: AbortSignal | undefined;
}): Promise<void> {
  const { release, file, signal } = input;
  const { url, sha512 } = release;
  const hash = createHash("sha512");
  try {
    const response = await input.fetch(url, signal === undefined ? {} : { signal });
    if (!response.ok || response.body === null) {
      throw new Error(`HTTP ${response.status} ${response.statusText}`.trimEnd());
    }
    const totalBytes = Number(response.headers.get("content-length")) || undefined;
    let receivedBytes = 0;
    const meter = new Transform({
      transform(chunk: Uint8Array, _encoding, done) {
        hash.update(chunk);
        receivedBytes += chunk.byteLength;
        input.onProgress({ receivedBytes, totalBytes });
        done(null, chunk);
      },
    });
    await pipeline(Readable.fromWeb(response.body), meter, createWriteStream(file), {
      ...(signal && { signal }),
    });
  } catch (error) {
    signal?.throwIfAborted();
    const values = { url, problem: problemOf(error) };
    throw new BinariesError({ reason: "download", values }, { cause: error });
  }
  const actual = hash.digest("hex");
  if (actual !== sha512) {
    throw new BinariesError({ reason: "checksum", values: { url, actual, expected: sha512 } });
  }
}
