/** What JSON can hold; integers beyond 2^53 are bigint. */
export type Json =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly Json[]
  | { readonly [member: string]: Json };

export type JsonObject = { readonly [member: string]: Json };

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** The member at a path of own members; undefined where there is none. */
export function at(
  value: Json | undefined,
  ...path: readonly (string | number)[]
): Json | undefined {
  let current = value;
  for (const segment of path) {
    if (isArray(current)) current = current[Number(segment)];
    else if (isObject(current) && Object.hasOwn(current, segment)) current = current[segment];
    else return undefined;
  }
  return current;
}

/** A copy in which each value, parents after their members, went through the function. */
export function mapJson(
  value: Json,
  change: (value: Json, path: readonly string[]) => Json,
  path: readonly string[] = [],
): Json {
  if (isArray(value))
    return change(
      value.map((item, index) => mapJson(item, change, [...path, String(index)])),
      path,
    );
  if (!isObject(value)) return change(value, path);
  const members = Object.entries(value).map(
    ([key, member]) => [key, mapJson(member, change, [...path, key])] as const,
  );
  return change(Object.fromEntries(members), path);
}
