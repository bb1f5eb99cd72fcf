/** Go fields that are not called as their JSON is. */
const others: ReadonlyMap<string, string> = new Map([
  ["metadata", "ObjectMeta"],
  ["reportingComponent", "ReportingController"],
]);
const initialism = /^(?:api|ca|id|json|uid|url)(?=[A-Z]|$)/;

/** Name of the Go field behind a member: `UID` of `uid`, `XListType` of `x-kubernetes-list-type`. */
export function goFieldName(name: string): string {
  const camel = name
    .replace("x-kubernetes-", "x-")
    .replace("$", "")
    .replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return (
    others.get(name) ??
    camel.replace(initialism, (word) => word.toUpperCase()).replace(/^./, (a) => a.toUpperCase())
  );
}
