import { KeyError } from "../cache/object-key.js";

/** What can be queued: a key, or plain data such as `{ namespace, name }`. */
export type WorkItem = string | number | object;

/** What tells items apart: those with one key are one item. */
export type ItemKey = string | number;

/** Names a queue in front of what is said of it. */
export function labelOf(name: string): string {
  return name === "" ? "workqueue" : `workqueue ${name}`;
}

/** Makes the function that gives items their keys; it throws KeyError, with the queue's name, for one that has none. */
export function itemKeys<Item extends WorkItem>(input: {
  readonly name: string;
  readonly key: ((item: Item) => ItemKey) | undefined;
}): (item: Item) => ItemKey {
  const { name, key = identityOf } = input;
  return (item) => {
    try {
      const made: unknown = key(item);
      if (typeof made === "string" || typeof made === "number") return made;
      throw new TypeError(`the key function returned ${made === null ? "null" : typeof made}`);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      const message = `${labelOf(name)}: an item has no key: ${reason}`;
      throw new KeyError({ message, object: item, cause });
    }
  };
}

/** Text and numbers are their own keys; plain data is known by its members, in whatever order they come. */
function identityOf(item: WorkItem): ItemKey {
  return typeof item === "object" ? textOf(item) : item;
}

/** One text for all data that is equal; members that are undefined count as absent, as in JSON. */
function textOf(value: unknown): string {
  switch (typeof value) {
    case "string":
      return quote(value);
    case "number":
    case "boolean":
      return String(value);
    case "bigint":
      return `${value}n`;
    case "object":
      if (value === null) return "null";
      if (Array.isArray(value)) return `[${value.map(textOf).join(",")}]`;
      if (isPlain(value)) return membersOf(value);
      return refuse(`a ${value.constructor.name}`);
    default:
      return refuse(`a value of type ${typeof value}`);
  }
}

function membersOf(value: Readonly<Record<string, unknown>>): string {
  let text = "";
  for (const name of Object.keys(value).sort()) {
    const member = value[name];
    if (member === undefined) continue;
    if (text !== "") text += ",";
    text += `${quote(name)}:${textOf(member)}`;
  }
  return `{${text}}`;
}

/** As JSON.stringify, which is slow for the short text that keys are made of. */
function quote(text: string): string {
  return needsEscape.test(text) ? JSON.stringify(text) : `"${text}"`;
}

/** Everything but what surely stands for itself. */
const needsEscape = /[^\w !#-[\]^`{|}~]/;

function isPlain(value: object): value is Readonly<Record<string, unknown>> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function refuse(what: string): never {
  throw new TypeError(`${what} is no plain data; give the queue a key function`);
}
