import { parse } from "yaml";
import { z } from "zod";
import { BinariesError } from "./errors.js";
import { type FetchLike, problemOf } from "./fetch.js";
import { newestFirst, parseVersion, type Version, versionText } from "./version.js";

/** The index that setup-envtest reads, too. */
export const defaultIndexUrl =
  "https://raw.githubusercontent.com/kubernetes-sigs/controller-tools/HEAD/envtest-releases.yaml";

/** One archive of the index. */
export interface Release {
  readonly version: Version;
  readonly url: string;
  /** SHA-512 of the archive, hexadecimal, in lower case. */
  readonly sha512: string;
}

const shape = z.object({
  releases: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({ hash: z.string().regex(/^[0-9a-f]{128}$/i), selfLink: z.string().min(1) }),
    ),
  ),
});

/**
 * The releases for a platform, the newest first.
 *
 * @throws BinariesError `unreachable` when there is no answer, `index` when the answer is no index
 * @throws the signal's reason when it is aborted
 */
export async function fetchReleases(input: {
  readonly indexUrl: string;
  /** `linux-amd64` */
  readonly platform: string;
  readonly fetch: FetchLike;
  readonly signal?: AbortSignal | undefined;
}): Promise<readonly Release[]> {
  const { indexUrl, signal } = input;
  let text: string;
  try {
    const response = await input.fetch(indexUrl, signal === undefined ? {} : { signal });
    if (!response.ok) throw new Error(`HTTP ${response.status} ${response.statusText}`.trimEnd());
    text = await response.text();
  } catch (error) {
    signal?.throwIfAborted();
    const values = { index: indexUrl, problem: problemOf(error) };
    throw new BinariesError({ reason: "unreachable", values }, { cause: error });
  }
  return parseIndex({ ...input, text });
}

/** Reads the text of an index. Versions that are no releases are left out. @throws BinariesError `index` */
export function parseIndex(input: {
  readonly text: string;
  /** Links of the index are relative to it. */
  readonly indexUrl: string;
  readonly platform: string;
}): readonly Release[] {
  const { indexUrl, platform } = input;
  try {
    const { releases } = shape.parse(parse(input.text));
    return Object.entries(releases)
      .flatMap(([name, archives]) => {
        const version = parseVersion(name);
        if (version === undefined) return [];
        const file = `envtest-v${versionText(version)}-${platform}.tar.gz`;
        const archive = Object.hasOwn(archives, file) ? archives[file] : undefined;
        if (archive === undefined) return [];
        const url = new URL(archive.selfLink, indexUrl);
        if (!/^https?:$/.test(url.protocol))
          throw new Error(`'${archive.selfLink}' is no web link`);
        return [{ version, url: url.href, sha512: archive.hash.toLowerCase() }];
      })
      .sort((a, b) => newestFirst(a.version, b.version));
  } catch (error) {
    const values = { index: indexUrl, problem: shapeProblem(error) };
    throw new BinariesError({ reason: "index", values }, { cause: error });
  }
}

function shapeProblem(error: unknown): string {
  if (error instanceof z.ZodError) {
    const [issue] = error.issues;
    return `${issue?.path.join(".") || "it"}: ${issue?.message}`;
  }
  return problemOf(error);
}
