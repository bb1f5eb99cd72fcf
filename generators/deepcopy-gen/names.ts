import { quoted } from "../render/index.js";

/** `.spec`, or `["node-port"]` for what is no identifier. */
export function memberAccess(name: string): string {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? `.${name}` : `[${quoted(name)}]`;
}

/** A member's name inside a function name: `node-port` is `NodePort`. */
export function pascal(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");
}
