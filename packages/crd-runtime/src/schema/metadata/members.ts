import { isObject, type JsonMembers } from "../json.js";
import { isInt64 } from "../text/go.js";
import { GoTimeError, parseGoTime } from "../text/go-time.js";

/** What came of reading a JSON value as a type of Go. */
export interface Decoded {
  /** Undefined: absent, since it is null or empty. */
  readonly value?: unknown;
  /** What encoding/json of Go says of a value of another type. */
  readonly error?: string;
}

/** Reads a JSON value as some type of Go would, and writes it as that type is written. */
export type Decode = (input: {
  readonly value: unknown;
  /** `metadata.labels`. */
  readonly path: string;
  /** Collects paths of members that the type does not have. */
  readonly unknown: string[];
}) => Decoded;

type Emptiness = "keep empty" | "omit empty";

function text(empty: Emptiness): Decode {
  return ({ value, path }) => {
    if (typeof value !== "string")
      return value === null ? {} : wrong({ value, path, type: "string" });
    return value === "" && empty === "omit empty" ? {} : { value };
  };
}

function integer(empty: Emptiness): Decode {
  return ({ value, path }) => {
    if (!isInt64(value)) return value === null ? {} : wrong({ value, path, type: "int64" });
    return value === 0 && empty === "omit empty" ? {} : { value };
  };
}

const flag: Decode = ({ value, path }) => {
  if (typeof value === "boolean") return { value };
  return value === null ? {} : wrong({ value, path, type: "bool" });
};

/** Written in UTC and without fraction. */
const time: Decode = ({ value, path }) => {
  if (value === null) return {};
  if (typeof value !== "string") return wrong({ value, path, type: "string" });
  try {
    return { value: `${parseGoTime(value, "any").seconds}Z` };
  } catch (error) {
    if (!(error instanceof GoTimeError)) throw error;
    return { error: error.message };
  }
};

const anyObject: Decode = ({ value }) => (value === null ? {} : { value });

const textMap: Decode = ({ value, path }) => {
  if (value === null) return {};
  if (!isObject(value)) return wrong({ value, path, type: "map[string]string" });
  for (const [name, member] of Object.entries(value)) {
    if (member === null) value[name] = "";
    else if (typeof member !== "string") return wrong({ value: member, path, type: "string" });
  }
  return Object.keys(value).length === 0 ? {} : { value };
};

function list(decode: Decode): Decode {
  return ({ value, path, unknown }) => {
    if (value === null) return {};
    if (!Array.isArray(value)) return wrong({ value, path, type: "[]string" });
    for (let index = 0; index < value.length; index += 1) {
      const decoded = decode({ value: value[index], path: `${path}[${index}]`, unknown });
      if (decoded.error !== undefined) return decoded;
      value[index] = decoded.value ?? "";
    }
    return value.length === 0 ? {} : { value };
  };
}

function struct(members: ReadonlyMap<string, Decode>): Decode {
  return ({ value, path, unknown }) => {
    if (value === null) return { value: {} };
    if (!isObject(value)) return wrong({ value, path, type: "v1.ObjectMeta" });
    const error = decodeMembers({ object: value, members, path, unknown });
    return error === undefined ? { value } : { error };
  };
}

/** Reads the members of a Go struct, in place. Returns the first error. */
export function decodeMembers(input: {
  readonly object: JsonMembers;
  readonly members: ReadonlyMap<string, Decode>;
  readonly path: string;
  readonly unknown: string[];
  /** "drop": a member of the wrong type is removed, and is no error. */
  readonly malformed?: "drop" | "error";
}): string | undefined {
  const { object, members, path, unknown, malformed = "error" } = input;
  for (const name of Object.keys(object)) {
    const decode = members.get(name);
    const memberPath = `${path}.${name}`;
    if (decode === undefined) {
      unknown.push(memberPath);
      delete object[name];
      continue;
    }
    const before = object[name];
    const { value, error } = decode({ value: before, path: memberPath, unknown });
    if (error !== undefined && malformed === "error") return error;
    if (value === undefined) delete object[name];
    else if (value !== before) object[name] = value;
  }
  return undefined;
}

const ownerReference: ReadonlyMap<string, Decode> = new Map([
  ["apiVersion", text("keep empty")],
  ["kind", text("keep empty")],
  ["name", text("keep empty")],
  ["uid", text("keep empty")],
  ["controller", flag],
  ["blockOwnerDeletion", flag],
]);

const managedFieldsEntry: ReadonlyMap<string, Decode> = new Map([
  ["manager", text("omit empty")],
  ["operation", text("omit empty")],
  ["apiVersion", text("omit empty")],
  ["time", time],
  ["fieldsType", text("omit empty")],
  ["fieldsV1", anyObject],
  ["subresource", text("omit empty")],
]);

/** metav1.ObjectMeta. */
export const objectMetaMembers: ReadonlyMap<string, Decode> = new Map([
  ["name", text("omit empty")],
  ["generateName", text("omit empty")],
  ["namespace", text("omit empty")],
  ["selfLink", text("omit empty")],
  ["uid", text("omit empty")],
  ["resourceVersion", text("omit empty")],
  ["generation", integer("omit empty")],
  ["creationTimestamp", time],
  ["deletionTimestamp", time],
  ["deletionGracePeriodSeconds", integer("keep empty")],
  ["labels", textMap],
  ["annotations", textMap],
  ["ownerReferences", list(struct(ownerReference))],
  ["finalizers", list(text("keep empty"))],
  ["managedFields", list(struct(managedFieldsEntry))],
]);

function wrong(input: {
  readonly value: unknown;
  readonly path: string;
  readonly type: string;
}): Decoded {
  const { value, path, type } = input;
  const member = path.replaceAll(/\[\d+\]/g, "").replace(/^.*?metadata\./, "");
  const kind = jsonKind(value);
  return {
    error: `json: cannot unmarshal ${kind} into Go struct field ObjectMeta.${member} of type ${type}`,
  };
}

function jsonKind(value: unknown): string {
  if (Array.isArray(value)) return "array";
  if (typeof value === "boolean") return "bool";
  return typeof value === "bigint" ? "number" : typeof value;
}
