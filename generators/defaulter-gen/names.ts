import { quoted } from "../render/index.js";

const identifier = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** `.spec`, or `["node-port"]` for what is no identifier. */
export function memberAccess(name: string): string {
  return identifier.test(name) ? `.${name}` : `[${quoted(name)}]`;
}

/** A key of an object literal; `__proto__` alone would set the prototype. */
export function memberKey(name: string): string {
  if (name === "__proto__") return `[${quoted(name)}]`;
  return identifier.test(name) ? name : quoted(name);
}
