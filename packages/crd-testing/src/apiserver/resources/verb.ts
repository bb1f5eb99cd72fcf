import type { Verb } from "./resource.js";

const verbs: ReadonlySet<string> = new Set<Verb>([
  "create",
  "delete",
  "deletecollection",
  "get",
  "list",
  "patch",
  "update",
  "watch",
]);

/** Whether a text is a verb of the API. */
export function isVerb(text: string): text is Verb {
  return verbs.has(text);
}
