import { GoTimeError, parseGoTime } from "crd-runtime/schema";
import type { JsonObject } from "../../object.js";
import { badRequest } from "../../status/index.js";
import { corruptByte } from "./base64.js";
import { ConversionProblem, conversionText } from "./conversion-problem.js";
import type { GoMember, GoStruct, GoType } from "./go-type.js";
import { isObject, replaceMembers, setMember, zero, zeroOf } from "./values.js";

const root: Place = { path: "", goPath: "", owner: "" };

/**
 * Reads an object as Go would read it into a struct: members in the order of the struct, without those that are empty and may be
 * left out. Returns the paths of unknown members, which are gone. `completeInPlace` adds what Go writes although it is empty.
 *
 * @throws StatusError 400 when a member is of another type
 */
export function decodeInPlace(object: JsonObject, type: GoStruct): readonly string[] {
  const unknown: string[] = [];
  replaceMembers(object, new Decoder(unknown).struct({ value: object, type, at: root }));
  return unknown;
}

interface Place {
  /** `spec.versions[0].name`. */
  readonly path: string;
  /** `spec.versions.name`: Go's texts have no indices. */
  readonly goPath: string;
  /** Innermost struct. */
  readonly owner: string;
}

class Decoder {
  readonly #unknown: string[];

  constructor(unknown: string[]) {
    this.#unknown = unknown;
  }

  struct(input: {
    readonly value: JsonObject;
    readonly type: GoStruct;
    readonly at: Place;
  }): JsonObject {
    const { value, type, at } = input;
    // Errors come in the order of the text.
    const given = new Map<string, unknown>();
    for (const name of Object.keys(value)) {
      const item = value[name];
      const member = type.members.get(name);
      if (member === undefined) this.#unknown.push(join(at.path, name));
      else if (item !== undefined && item !== null) {
        const path = join(at.path, name);
        const place = { path, goPath: join(at.goPath, name), owner: type.name };
        given.set(name, this.#value(item, member.type, place));
      }
    }
    const names = [...given.keys(), ...type.written.filter((name) => !given.has(name))];
    const decoded: JsonObject = {};
    for (const name of names.length > 1 ? names.sort(type.order) : names) {
      const member = type.members.get(name);
      if (member === undefined) continue;
      const made = given.get(name);
      const kept = made === undefined ? zero(member) : isKept(made, member) ? made : undefined;
      if (kept !== undefined) setMember(decoded, name, kept);
    }
    return decoded;
  }

  #value(value: unknown, type: GoType, at: Place): unknown {
    switch (type.type) {
      case "any":
        return value;
      case "lazy":
        return this.#value(value, type.of(), at);
      case "struct":
        if (!isObject(value)) throw wrong({ value, type, at });
        return this.struct({ value, type, at });
      case "list":
        if (!Array.isArray(value)) throw wrong({ value, type, at });
        return value.map((element: unknown, index) =>
          this.#element(element, type.of, { ...at, path: `${at.path}[${index}]` }),
        );
      case "map":
        if (!isObject(value)) throw wrong({ value, type, at });
        return this.#map(value, type.of, at);
      case "oneOf":
        return this.#oneOf(value, type.of, at);
      default:
        return scalar(value, type, at);
    }
  }

  #map(value: JsonObject, of: GoType, at: Place): JsonObject {
    const decoded: JsonObject = {};
    for (const name of Object.keys(value)) {
      const place = { ...at, path: join(at.path, name) };
      setMember(decoded, name, this.#element(value[name], of, place));
    }
    return decoded;
  }

  #element(value: unknown, type: GoType, at: Place): unknown {
    return value === null ? zeroOf(type) : this.#value(value, type, at);
  }

  #oneOf(value: unknown, types: readonly GoType[], at: Place): unknown {
    const type = types.find((each) => suits(value, each));
    // Unions read themselves, without a look at unknown members.
    if (type !== undefined) return new Decoder([]).#value(value, type, at);
    if (types.some((each) => each.type === "boolean")) {
      throw badRequest("boolean or JSON schema expected");
    }
    // What is of no type of another union is read as if it were not there.
    return undefined;
  }
}

function suits(value: unknown, type: GoType): boolean {
  switch (type.type) {
    case "boolean":
      return typeof value === "boolean";
    case "list":
      return Array.isArray(value);
    case "lazy":
    case "struct":
      return isObject(value);
    default:
      return false;
  }
}

function scalar(value: unknown, type: GoType, at: Place): unknown {
  switch (type.type) {
    case "string":
      if (typeof value === "string") return value;
      break;
    case "boolean":
      if (typeof value === "boolean") return value;
      break;
    case "float64":
      if (typeof value === "number" || typeof value === "bigint") return value;
      break;
    case "int32":
    case "int64":
      if (fits(value, type.type)) return value;
      break;
    case "bytes":
      if (typeof value === "string") return base64(value);
      if (Array.isArray(value) && value.every(isByte)) {
        return Buffer.from(value.map(Number)).toString("base64");
      }
      break;
    case "time":
    case "microTime":
      if (typeof value === "string") return instant(value, type.type);
      break;
  }
  throw wrong({ value, type, at });
}

function fits(value: unknown, type: "int32" | "int64"): boolean {
  if (typeof value !== "bigint" && !(typeof value === "number" && Number.isInteger(value))) {
    return false;
  }
  const limit = type === "int32" ? 2n ** 31n : 2n ** 63n;
  const exact = BigInt(value);
  return exact >= -limit && exact < limit;
}

/** Go reads a list of numbers as bytes, too, and null as zero. */
function isByte(value: unknown): boolean {
  return value === null || (Number.isInteger(value) && Number(value) >= 0 && Number(value) < 256);
}

function base64(value: string): string {
  const corrupt = corruptByte(value);
  if (corrupt === undefined) return value.replaceAll(/[\r\n]/g, "");
  const text = `illegal base64 data at input byte ${corrupt}`;
  throw badRequest(text, new ConversionProblem(`error decoding from json: ${text}`));
}

function instant(value: string, type: "microTime" | "time"): string {
  try {
    if (type === "time") return `${parseGoTime(value, "any").seconds}Z`;
    const { seconds, fraction } = parseGoTime(value, "six");
    return `${seconds}.${fraction}Z`;
  } catch (error) {
    if (!(error instanceof GoTimeError)) throw error;
    throw badRequest(error.message);
  }
}

/** omitempty: what is empty is left out. */
function isKept(value: unknown, member: GoMember): boolean {
  if (member.pointer || member.empty === "write") return true;
  if (value === "" || value === 0 || value === false) return false;
  if (Array.isArray(value)) return value.length > 0;
  const { type } = member.type;
  const isEmptiable = type === "map" || type === "struct";
  return !(isEmptiable && isObject(value) && Object.keys(value).length === 0);
}

function wrong(input: {
  readonly value: unknown;
  readonly type: GoType;
  readonly at: Place;
}): Error {
  const { value, type, at } = input;
  const field = at.owner === "" ? "" : `Go struct field ${at.owner}.${at.goPath} of type`;
  const into = field === "" ? "Go value of type" : field;
  return badRequest(
    `json: cannot unmarshal ${jsonKind(value, type)} into ${into} ${goName(type)}`,
    new ConversionProblem(conversionText(value, type)),
  );
}

function jsonKind(value: unknown, { type }: GoType): string {
  if (Array.isArray(value)) return "array";
  if (typeof value === "boolean") return "bool";
  if (typeof value !== "number" && typeof value !== "bigint") return typeof value;
  // Numbers that do not fit into another number are told.
  return type === "int32" || type === "int64" ? `number ${value}` : "number";
}

function goName(type: GoType): string {
  if ("goName" in type && type.goName !== undefined) return type.goName;
  switch (type.type) {
    case "boolean":
      return "bool";
    case "bytes":
      return "[]uint8";
    case "list":
      return `[]${goName(type.of)}`;
    case "map":
      return `map[string]${goName(type.of)}`;
    case "lazy":
      return goName(type.of());
    case "struct":
      return `v1.${type.name}`;
    case "any":
    case "oneOf":
      return "interface {}";
    case "time":
    case "microTime":
      return "string";
    default:
      return type.type;
  }
}

function join(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}
