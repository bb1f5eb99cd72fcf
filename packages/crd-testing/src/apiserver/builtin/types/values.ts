import type { JsonObject } from "../../object.js";
import type { GoMember, GoType } from "./go-type.js";

/** What a member is when nothing was given; undefined: it is left out. */
export function zero(member: GoMember): unknown {
  return member.pointer || member.empty === "omit" ? undefined : zeroOf(member.type);
}

/** What a value of a type is when nothing was given. */
export function zeroOf(type: GoType): unknown {
  switch (type.type) {
    case "bytes":
    case "string":
      return "";
    case "boolean":
      return false;
    case "float64":
    case "int32":
    case "int64":
      return 0;
    case "lazy":
      return {};
    case "struct": {
      const value: JsonObject = {};
      for (const [name, member] of type.members) {
        const made = zero(member);
        if (made !== undefined) setMember(value, name, made);
      }
      return value;
    }
    default:
      return null;
  }
}

/** Gives an object other members. */
export function replaceMembers(object: JsonObject, members: JsonObject): void {
  for (const name of Object.keys(object)) delete object[name];
  for (const [name, value] of Object.entries(members)) setMember(object, name, value);
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Members may be named `__proto__`. */
export function setMember(object: JsonObject, name: string, value: unknown): void {
  if (name !== "__proto__") object[name] = value;
  else {
    Object.defineProperty(object, name, {
      value,
      configurable: true,
      enumerable: true,
      writable: true,
    });
  }
}
