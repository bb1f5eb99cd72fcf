import { badRequest, goQuote, unknownError } from "../status/index.js";

const maxUint64 = 2n ** 64n - 1n;

/**
 * The revision that the `resourceVersion` of a list names; 0: none in particular.
 *
 * @throws StatusError 400 with the API server's text
 */
export function listRevision(resourceVersion: string): bigint {
  const problem = problemOf(resourceVersion);
  if (problem !== undefined) throw badRequest(`invalid resource version: ${problem}`);
  return BigInt(resourceVersion);
}

/**
 * The same of a watch.
 *
 * @throws StatusError 500, which is what the API server answers here
 */
export function watchRevision(resourceVersion: string): bigint {
  const problem = problemOf(resourceVersion);
  if (problem !== undefined) throw unknownError(problem);
  return BigInt(resourceVersion);
}

/** What Go's strconv says; BigInt reads the empty text as 0. */
function problemOf(text: string): string | undefined {
  if (text === "") return undefined;
  const quoted = goQuote(text);
  const subject = `resourceVersion: Invalid value: ${quoted}: strconv.ParseUint: parsing ${quoted}`;
  if (!/^[0-9]+$/.test(text)) return `${subject}: invalid syntax`;
  return BigInt(text) > maxUint64 ? `${subject}: value out of range` : undefined;
}
