/** Parameters of a query, decoded; each may be given several times. */
export type QueryValues = ReadonlyMap<string, readonly string[]>;

const none: QueryValues = new Map();

/** Reads a query. As Go's URL.Query does it skips what it cannot decode. */
export function parseQuery(text: string): QueryValues {
  if (text === "") return none;
  const values = new Map<string, string[]>();
  for (const part of text.split("&")) {
    if (part === "" || part.includes(";")) continue;
    const equals = part.indexOf("=");
    const key = decode(equals === -1 ? part : part.slice(0, equals));
    const value = decode(equals === -1 ? "" : part.slice(equals + 1));
    if (key === undefined || value === undefined) continue;
    const present = values.get(key);
    if (present === undefined) values.set(key, [value]);
    else present.push(value);
  }
  return values;
}

/** The first value of a parameter. */
export function firstValue(query: QueryValues, name: string): string | undefined {
  return query.get(name)?.[0];
}

function decode(text: string): string | undefined {
  const spaced = text.includes("+") ? text.replaceAll("+", " ") : text;
  if (!spaced.includes("%")) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    return undefined;
  }
}
