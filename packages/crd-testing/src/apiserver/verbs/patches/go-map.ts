import { isRecord } from "./pointer.js";

/** A JSON value as Go's fmt prints it with %v: `map[data:map[a:1] list:[x y]]`. */
export function goMapText(value: unknown): string {
  if (value === null) return "<nil>";
  if (Array.isArray(value)) return `[${value.map(goMapText).join(" ")}]`;
  if (!isRecord(value)) return String(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `map[${members.map(([name, member]) => `${name}:${goMapText(member)}`).join(" ")}]`;
}
