import { sortedCauses } from "../harness/in-order.js";
import { at, isArray, type Json } from "../harness/json.js";

/** Reason and causes of a Status; `accepted` for any object. */
export function causes(body: Json): Json {
  return whatIsWrong(body) ?? "accepted";
}

/** What the schema made of an object: its spec, or what is wrong with it. */
export function outcome(body: Json): Json {
  return whatIsWrong(body) ?? at(body, "spec") ?? "no spec";
}

/** One member, or what is wrong. */
export function only(...path: readonly (string | number)[]): (body: Json) => Json {
  return (body) => whatIsWrong(body) ?? at(body, ...path) ?? null;
}

/** Names of the items of a list. */
export function names(body: Json): Json {
  const items = at(body, "items");
  return isArray(items) ? items.map((item) => at(item, "metadata", "name") ?? null) : body;
}

/** Undefined for what is no Status; the whole Status where it has no causes. */
function whatIsWrong(body: Json): Json | undefined {
  if (at(body, "kind") !== "Status") return undefined;
  const all = at(body, "details", "causes");
  return isArray(all) ? [at(body, "reason") ?? null, ...sortedCauses(all)] : body;
}
