import { goQuote } from "../status/index.js";

/** What a write of managed fields is, and whose; appliers are the same in all versions of the API. */
export interface ManagerIdentity {
  readonly manager: string;
  readonly operation: "Apply" | "Update";
  readonly apiVersion: string;
  /** `""` for the main resource. */
  readonly subresource: string;
}

/** The text by which the server tells managers apart, and sorts them: JSON of the entry without time and fields. */
export function identityOf(input: ManagerIdentity): string {
  const { manager, operation, apiVersion, subresource } = input;
  const name = manager === "" ? "" : `"manager":${JSON.stringify(manager)},`;
  const version = operation === "Apply" ? "" : `,"apiVersion":${JSON.stringify(apiVersion)}`;
  const sub = subresource === "" ? "" : `,"subresource":${JSON.stringify(subresource)}`;
  return `{${name}"operation":"${operation}"${version}${sub}}`;
}

/** A manager in the messages of conflicts: `"kubectl" using example.com/v1`, `"x" with subresource "status"`. */
export function printManager(input: ManagerIdentity): string {
  const { manager, operation, apiVersion, subresource } = input;
  const name =
    subresource === ""
      ? goQuote(manager)
      : `${goQuote(manager)} with subresource ${goQuote(subresource)}`;
  return operation === "Update" ? `${name} using ${apiVersion}` : name;
}

/** Longest name of a manager that the server makes of a User-Agent, and that it takes, in bytes. */
export const maxManagerLength = 128;

/** Name of the manager of a request that gives none: what its User-Agent has before the first `/`. */
export function managerFromUserAgent(userAgent: string): string {
  const [prefix = ""] = userAgent.split("/");
  let name = "";
  for (const character of prefix) {
    if (!/[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.test(character)) continue;
    if (Buffer.byteLength(name) + Buffer.byteLength(character) > maxManagerLength) break;
    name += character;
  }
  return name;
}
