import { stringifyJSON } from "../../../packages/crd-runtime/src/rest/json.js";
import { customResourceDefinition } from "../../../packages/crd-testing/src/apiserver/builtin/types/apiextensions.js";
import * as authorization from "../../../packages/crd-testing/src/apiserver/builtin/types/authorization.js";
import { scale } from "../../../packages/crd-testing/src/apiserver/builtin/types/autoscaling.js";
import { lease } from "../../../packages/crd-testing/src/apiserver/builtin/types/coordination.js";
import * as core from "../../../packages/crd-testing/src/apiserver/builtin/types/core.js";
import { eventsEvent } from "../../../packages/crd-testing/src/apiserver/builtin/types/events.js";
import type {
  GoStruct,
  GoType,
} from "../../../packages/crd-testing/src/apiserver/builtin/types/go-type.js";
import { deleteOptions } from "../../../packages/crd-testing/src/apiserver/builtin/types/meta.js";
import * as rbac from "../../../packages/crd-testing/src/apiserver/builtin/types/rbac.js";
import { at, isArray, isObject, type Json, type JsonObject } from "./json.js";

export const protobufType = "application/vnd.kubernetes.protobuf";

/** Types that are known by their name alone; there are two of Event. */
const types: ReadonlyMap<string, GoStruct> = new Map(
  [
    ...Object.values(core),
    ...Object.values(rbac),
    ...Object.values(authorization),
    customResourceDefinition,
    deleteOptions,
    lease,
    scale,
  ].map((type) => [type.name, type]),
);

/** An object of a built-in kind as Go's clients write it. A kind that is not known gets no members. */
export function encodeProtobuf(object: Json): Buffer {
  const apiVersion = String(at(object, "apiVersion") ?? "");
  const kind = String(at(object, "kind") ?? "");
  const type = apiVersion === "events.k8s.io/v1" ? eventsEvent : types.get(kind);
  const raw = type === undefined || !isObject(object) ? noBytes : encodeMessage({ object, type });
  const typeMeta = Buffer.concat([delimited(1, apiVersion), delimited(2, kind)]);
  const envelope = [delimited(1, typeMeta), delimited(2, raw), delimited(3, ""), delimited(4, "")];
  return Buffer.concat([Buffer.from("k8s\0"), ...envelope]);
}

/** A struct as a message: what there is of its members, by their numbers. */
export function encodeMessage(input: {
  readonly object: JsonObject;
  readonly type: GoStruct;
}): Buffer {
  const { object, type } = input;
  const fields = [...type.members]
    .map(([name, member]) => ({ ...member, value: object[name] }))
    .filter(({ number }) => number > 0)
    .sort((a, b) => a.number - b.number);
  return Buffer.concat(
    fields.map(({ number, type: of, value }) =>
      value === undefined || value === null ? noBytes : fieldOf({ number, type: of, value }),
    ),
  );
}

interface Field {
  readonly number: number;
  readonly type: GoType;
  readonly value: Json;
}

const noBytes = Buffer.alloc(0);

function fieldOf({ number, type, value }: Field): Buffer {
  switch (type.type) {
    case "boolean":
      return varint(number, value === true ? 1n : 0n);
    case "int32":
    case "int64":
      return varint(number, BigInt(value as number | bigint));
    case "float64": {
      const bytes = Buffer.alloc(8);
      bytes.writeDoubleLE(Number(value));
      return Buffer.concat([tag(number, 1), bytes]);
    }
    case "list":
      if (type.isMessage === true) return delimited(number, listOf(1, type.of, value));
      return listOf(number, type.of, value);
    case "map":
      return Buffer.concat(
        Object.entries(isObject(value) ? value : {}).map(([key, item]) =>
          delimited(
            number,
            Buffer.concat([delimited(1, key), fieldOf({ number: 2, type: type.of, value: item })]),
          ),
        ),
      );
    default:
      return delimited(number, contentOf(type, value));
  }
}

function listOf(number: number, type: GoType, value: Json): Buffer {
  const items = isArray(value) ? value : [];
  return Buffer.concat(items.map((item) => fieldOf({ number, type, value: item })));
}

/** What stands behind the length of a field. */
function contentOf(type: GoType, value: Json): Buffer | string {
  switch (type.type) {
    case "bytes":
      return Buffer.from(String(value), "base64");
    case "time":
    case "microTime":
      return timestamp(String(value));
    case "any":
      return delimited(1, stringifyJSON(value));
    case "lazy":
      return contentOf(type.of(), value);
    case "struct":
      return isObject(value) ? encodeMessage({ object: value, type }) : noBytes;
    case "oneOf": {
      const wanted = isArray(value) ? "list" : typeof value === "boolean" ? "boolean" : "lazy";
      const members = [...type.struct.members].filter(([, member]) => member.type.type === wanted);
      const object = Object.fromEntries(members.map(([name]) => [name, value]));
      return encodeMessage({ object, type: type.struct });
    }
    default:
      return String(value);
  }
}

function timestamp(text: string): Buffer {
  const seconds = Math.floor(Date.parse(text) / 1_000);
  const fraction = /\.(\d+)/.exec(text)?.[1] ?? "";
  const nanos = Number(fraction.padEnd(9, "0").slice(0, 9));
  return Buffer.concat([varint(1, BigInt(seconds)), varint(2, BigInt(nanos))]);
}

/** A field of bytes, text or a message. */
export function delimited(number: number, content: Buffer | string): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([tag(number, 2), varintBytes(BigInt(bytes.length)), bytes]);
}

/** A field of an integer. */
export function varint(number: number, value: bigint): Buffer {
  return Buffer.concat([tag(number, 0), varintBytes(value)]);
}

function tag(number: number, wireType: number): Buffer {
  return varintBytes(BigInt((number << 3) | wireType));
}

function varintBytes(value: bigint): Buffer {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  for (; rest > 0x7fn; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  return Buffer.from([...bytes, Number(rest)]);
}
