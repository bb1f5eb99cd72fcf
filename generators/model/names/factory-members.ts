/** Members that every generated informer factory has, by which no group can be reached. */
export const factoryMembers: ReadonlySet<string> = new Set([
  "constructor",
  "forResource",
  "informerFor",
  "namespace",
  "shutdown",
  "start",
  "waitForCacheSync",
]);
