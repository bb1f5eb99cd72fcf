/** A JSON object, its members of any value. */
export type JsonMembers = Record<string, unknown>;

/** Whether a JSON value is an object, and no list. */
export function isObject(value: unknown): value is JsonMembers {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A typed value that is an object indeed; what a client sent may be anything. */
export function objectOf<T extends object>(value: T | null | undefined): T | undefined {
  return isObject(value) ? value : undefined;
}

/** Sets a member, `__proto__` included. */
export function setMember(object: JsonMembers, name: string, value: unknown): void {
  if (name !== "__proto__") object[name] = value;
  else
    Object.defineProperty(object, name, {
      value,
      configurable: true,
      enumerable: true,
      writable: true,
    });
}

/** A member of an object's own. */
export function member(object: unknown, name: string): unknown {
  return isObject(object) && Object.hasOwn(object, name) ? object[name] : undefined;
}

/** A copy that shares nothing with the original. */
export function copyJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyJson);
  if (!isObject(value)) return value;
  const copy: JsonMembers = {};
  for (const name of Object.keys(value)) setMember(copy, name, copyJson(value[name]));
  return copy;
}

/** Whether two JSON values are the same; the order of members does not count, a present `undefined` is absent. */
export function equalJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, i) => equalJson(item, b[i]));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const names = Object.keys(a).filter((name) => a[name] !== undefined);
  if (names.length !== Object.keys(b).filter((name) => b[name] !== undefined).length) return false;
  return names.every((name) => Object.hasOwn(b, name) && equalJson(a[name], b[name]));
}
