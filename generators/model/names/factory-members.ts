/** Members that every generated informer factory has, by which no group can be reached; `then` would make a promise of it. */
export const factoryMembers: ReadonlySet<string> = new Set([
  "constructor",
  "forResource",
  "informerFor",
  "namespace",
  "shutdown",
  "start",
  "then",
  "waitForCacheSync",
]);
