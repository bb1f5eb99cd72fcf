/** What a query parameter may be; undefined leaves it out, an array repeats it. */
export type QueryValue = string | number | boolean | readonly string[] | undefined;

/** Query parameters by name, sent in the order of their names here. */
export type Query = Readonly<Record<string, QueryValue>>;

/** `?limit=500&watch=true`, or `""` when no parameter is set. */
export function formatQuery(query: Query): string {
  let text = "";
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) {
      continue;
    }
    for (const single of Array.isArray(value) ? value : [value]) {
      text += `${text === "" ? "?" : "&"}${encodeURIComponent(name)}=${encodeURIComponent(single)}`;
    }
  }
  return text;
}
