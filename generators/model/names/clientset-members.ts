/** Members by which no group can be reached in a clientset; `then` would make a promise of it, and fake clientsets have `fake`. */
export const clientsetMembers: ReadonlySet<string> = new Set([
  "constructor",
  "fake",
  "restClient",
  "then",
]);
