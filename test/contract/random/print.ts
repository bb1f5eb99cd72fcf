import { isArray, isObject, type Json } from "../harness/json.js";
import type { Step } from "../harness/topic.js";

/** Steps as TypeScript, to be pasted into a case. */
export function sourceOf(steps: readonly Step[]): string {
  // Steps of random sequences hold no functions.
  return steps.map((step) => `  ${literal(step as unknown as Json)},`).join("\n");
}

function literal(value: Json): string {
  if (isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value === "bigint") return `${value}n`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `${keyOf(key)}: ${literal(member)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

function keyOf(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}
