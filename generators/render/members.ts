import { quoted } from "./marks.js";

const identifier = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** `.spec`, or `["node-port"]` for what is no identifier. */
export function memberAccess(name: string): string {
  return identifier.test(name) ? `.${name}` : `[${quoted(name)}]`;
}

/** A key of an object literal; `__proto__` alone would set the prototype. */
export function memberKey(name: string): string {
  return name === "__proto__" ? `[${quoted(name)}]` : memberName(name);
}

/** A member as an interface declares it: `size`, `"node-port"`. */
export function memberName(name: string): string {
  return identifier.test(name) ? name : quoted(name);
}
