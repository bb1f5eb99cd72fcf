import type { JsonObject } from "../../object.js";
import type { GoStruct, GoType } from "./go-type.js";
import { isObject, replaceMembers, setMember, zeroOf } from "./values.js";

/** Adds to a decoded object what Go writes although it is empty: structs and times that are no pointers. */
export function completeInPlace(object: JsonObject, type: GoStruct): void {
  replaceMembers(object, completeStruct(object, type));
}

/** Members beside kind, apiVersion and metadata that an empty object has in JSON. */
export function zeroMembers(type: GoStruct): JsonObject {
  const { kind: _, apiVersion: __, metadata: ___, ...rest } = completeStruct({}, type);
  return rest;
}

function completeStruct(value: JsonObject, type: GoStruct): JsonObject {
  const complete: JsonObject = {};
  for (const [name, member] of type.members) {
    const present = Object.hasOwn(value, name);
    if (present) setMember(complete, name, completeValue(value[name], member.type));
    else if (!member.pointer && (member.empty === "write" || isAlwaysWritten(member.type))) {
      setMember(complete, name, completeValue(zeroOf(member.type), member.type));
    }
  }
  return complete;
}

/** omitempty leaves no struct out, and times are structs. */
function isAlwaysWritten({ type }: GoType): boolean {
  return type === "struct" || type === "time" || type === "microTime";
}

function completeValue(value: unknown, type: GoType): unknown {
  if (type.type === "struct") return isObject(value) ? completeStruct(value, type) : value;
  if (type.type !== "list" || type.of.type !== "struct" || !Array.isArray(value)) return value;
  const { of } = type;
  return value.map((element: unknown) => completeValue(element, of));
}
