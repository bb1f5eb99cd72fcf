import { parseJSON } from "crd-runtime";
import {
  bytes,
  type GoStruct,
  type GoType,
  optional,
  struct,
  texts,
} from "../../../builtin/types/go-type.js";
import { isObject, setMember } from "../../../builtin/types/values.js";
import type { JsonObject } from "../../../object.js";
import { assertDepth, isDeeperThan, maxDepth, TooDeep } from "../depth.js";
import { ParseError } from "../json.js";
import { goFieldName } from "./go-field-name.js";
import { instantOf } from "./instant.js";
import { WireReader, type WireType } from "./wire.js";

/**
 * Reads a protobuf message as the JSON object that says the same. Fields that the type does not have are passed over. Follows
 * the Unmarshal methods that go-to-protobuf generates: what comes twice goes on where it ended.
 *
 * @throws ParseError in Go's words
 */
export function readMessage(input: {
  readonly bytes: Uint8Array;
  readonly type: GoStruct;
}): JsonObject {
  return message({ ...input, earlier: undefined, depth: 1 });
}

function message(input: {
  readonly bytes: Uint8Array;
  readonly type: GoStruct;
  readonly earlier: unknown;
  readonly depth: number;
}): JsonObject {
  const { type, earlier, depth } = input;
  if (depth > maxDepth) throw tooDeep();
  const reader = new WireReader(input.bytes);
  const object: JsonObject = isObject(earlier) ? earlier : {};
  while (!reader.isAtEnd) {
    const { number, wireType } = reader.tag(type.name);
    const name = type.fields.get(number) ?? "";
    const member = type.members.get(name);
    if (member === undefined) reader.skip(wireType);
    else if (wireType !== wireTypeOf(member.type)) {
      throw new ParseError(`proto: wrong wireType = ${wireType} for field ${goFieldName(name)}`);
    } else {
      const field = { reader, type: member.type, earlier: object[name], depth: depth + 1 };
      object[name] = withField(field);
    }
  }
  return object;
}

function wireTypeOf({ type }: GoType): WireType {
  switch (type) {
    case "boolean":
    case "int32":
    case "int64":
      return 0;
    case "float64":
      return 1;
    default:
      return 2;
  }
}

/** Something that is read next. */
interface Field {
  readonly reader: WireReader;
  readonly type: GoType;
  /** What there is of it so far. */
  readonly earlier: unknown;
  /** How deep it is nested in JSON. */
  readonly depth: number;
}

/** The member that a field is part of: a list has a field for each element, and a map for each entry. */
function withField(field: Field): unknown {
  const { reader, type, earlier, depth } = field;
  if (type.type === "map") return withEntry(field, type.of);
  if (type.type !== "list" || type.isMessage === true) return readValue(field);
  const elements: unknown[] = Array.isArray(earlier) ? earlier : [];
  elements.push(readValue({ reader, type: type.of, earlier: undefined, depth: depth + 1 }));
  return elements;
}

/** Keys are field 1 of an entry, values field 2. */
function withEntry({ reader, earlier, depth }: Field, of: GoType): JsonObject {
  const map: JsonObject = isObject(earlier) ? earlier : {};
  const value = { type: of, earlier: undefined, depth: depth + 1 };
  const entry = new WireReader(reader.bytes());
  let key = "";
  let read: unknown;
  while (!entry.isAtEnd) {
    const { number, wireType } = entry.tag("map");
    if (number === 1) key = entry.bytes().toString("utf8");
    else if (number === 2) read = readValue({ ...value, reader: entry });
    else entry.skip(wireType);
  }
  setMember(map, key, read ?? readValue({ ...value, reader: new WireReader(noBytes) }));
  return map;
}

/** A length of zero: how a text, bytes and messages are written that are empty. */
const noBytes = Uint8Array.of(0);

/** Messages that are no objects in JSON. */
const json = struct({ id: "JSON", members: { raw: optional(1, bytes) } });
const list = struct({ id: "ExtraValue", members: { items: optional(1, texts) } });

function readValue({ reader, type, earlier, depth }: Field): unknown {
  switch (type.type) {
    case "boolean":
      return reader.boolean();
    case "int32":
      return reader.int32();
    case "int64":
      return reader.int64();
    case "float64":
      return finite(reader.float64());
    case "string":
      return reader.bytes().toString("utf8");
    case "bytes":
      return reader.bytes().toString("base64");
    case "time":
    case "microTime":
      return instantOf({ bytes: reader.bytes(), type: type.type });
    case "lazy":
      return message({ bytes: reader.bytes(), type: type.of(), earlier, depth });
    case "struct":
      return message({ bytes: reader.bytes(), type, earlier, depth });
    case "list":
      return wrapper({ reader, type: list, depth })["items"] ?? [];
    case "any":
      return jsonOf(wrapper({ reader, type: json, depth }), depth);
    case "oneOf":
      return chosenOf(wrapper({ reader, type: type.struct, depth }), type.of);
    case "map":
      throw new TypeError("no type of Kubernetes has maps in lists or in maps");
  }
}

/** A message whose members stand in JSON where it stands itself. */
function wrapper(input: {
  readonly reader: WireReader;
  readonly type: GoStruct;
  readonly depth: number;
}): JsonObject {
  const { reader, type, depth } = input;
  return message({ bytes: reader.bytes(), type, earlier: undefined, depth: depth - 1 });
}

function finite(value: number): number {
  if (Number.isFinite(value)) return value;
  const text = Number.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
  throw new ParseError(`json: unsupported value: ${text}`);
}

/** JSON inside of the message; what is none is a text, which fits nowhere either. */
function jsonOf({ raw = "" }: JsonObject, depth: number): unknown {
  const text = Buffer.from(String(raw), "base64").toString("utf8");
  if (text === "") return null;
  let value: unknown = text;
  try {
    assertDepth(text);
    value = parseJSON(text);
  } catch (error) {
    if (error instanceof TooDeep) throw tooDeep();
  }
  if (isDeeperThan(value, maxDepth - depth)) throw tooDeep();
  return value;
}

/** What the struct of a union stands for. */
function chosenOf(union: JsonObject, types: readonly GoType[]): unknown {
  const values = Object.values(union);
  const container = values.find(Array.isArray) ?? values.find(isObject);
  if (container !== undefined) return container;
  return types.some(({ type }) => type === "boolean") ? values.includes(true) : null;
}

function tooDeep(): ParseError {
  return new ParseError("exceeded max depth");
}
