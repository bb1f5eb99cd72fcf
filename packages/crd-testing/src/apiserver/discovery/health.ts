import type { ServerResponse } from "../http.js";
import { textResponse } from "./responses.js";

const endpoints: ReadonlySet<string> = new Set(["healthz", "livez", "readyz"]);
/** What is checked: that there is an answer. There is no etcd and no informer that could fail. */
const checks = ["ping"];

/** Answers `/healthz`, `/livez`, `/readyz` and their checks; undefined for other paths. */
export function healthResponse(input: {
  readonly segments: readonly string[];
  readonly verbose: boolean;
}): ServerResponse | undefined {
  const [endpoint = "", check, ...more] = input.segments;
  if (!endpoints.has(endpoint) || more.length > 0) return undefined;
  if (check !== undefined) {
    return checks.includes(check) ? textResponse({ status: 200, text: "ok" }) : undefined;
  }
  const lines = checks.map((name) => `[+]${name} ok\n`).join("");
  const text = input.verbose ? `${lines}${endpoint} check passed\n` : "ok";
  return textResponse({ status: 200, text });
}

/** Paths that are answered. */
export const healthPaths: readonly string[] = [...endpoints].flatMap((endpoint) => [
  `/${endpoint}`,
  ...checks.map((check) => `/${endpoint}/${check}`),
]);
