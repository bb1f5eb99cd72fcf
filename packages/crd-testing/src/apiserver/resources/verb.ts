import type { Verb } from "./resource.js";

/** All verbs of the API. */
export const allVerbs: ReadonlySet<Verb> = new Set<Verb>([
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
  const names: ReadonlySet<string> = allVerbs;
  return names.has(text);
}
