import { describe, expect, it } from "vitest";
import { delimited, encodeMessage, varint } from "../../../../../test/contract/harness/protobuf.js";
import { Dice } from "../../../../../test/contract/random/dice.js";
import {
  customResourceDefinition,
  jsonSchemaProps,
} from "../../../src/apiserver/builtin/types/apiextensions.js";
import * as authorization from "../../../src/apiserver/builtin/types/authorization.js";
import { completeInPlace } from "../../../src/apiserver/builtin/types/complete.js";
import { lease } from "../../../src/apiserver/builtin/types/coordination.js";
import * as core from "../../../src/apiserver/builtin/types/core.js";
import { decodeInPlace } from "../../../src/apiserver/builtin/types/decode.js";
import { eventsEvent } from "../../../src/apiserver/builtin/types/events.js";
import type { GoStruct } from "../../../src/apiserver/builtin/types/go-type.js";
import * as rbac from "../../../src/apiserver/builtin/types/rbac.js";
import type { JsonObject } from "../../../src/apiserver/object.js";
import { ParseError } from "../../../src/apiserver/request/body/json.js";
import { parseProtobufBody } from "../../../src/apiserver/request/body/protobuf/envelope.js";
import { readMessage } from "../../../src/apiserver/request/body/protobuf/message.js";
import { kubectlBodies } from "./kubectl-bodies.js";
import { randomObject } from "./random-object.js";

const types: readonly GoStruct[] = [
  ...Object.values(core),
  ...Object.values(rbac),
  ...Object.values(authorization),
  customResourceDefinition,
  eventsEvent,
  lease,
];

/** As the strategies of built-in kinds read an object. */
function decoded(value: unknown, type: GoStruct): JsonObject {
  const object = value as JsonObject;
  expect(decodeInPlace(object, type)).toEqual([]);
  completeInPlace(object, type);
  return object;
}

function bytesOf(hex: string): Uint8Array {
  return Buffer.from(hex.replaceAll(" ", ""), "hex");
}

/** The error that reading ends in; undefined: it does not. Anything but a ParseError is thrown. */
function refusal(read: () => unknown): ParseError | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    if (error instanceof ParseError) return error;
    throw error;
  }
}

describe("bodies of kubectl", () => {
  it.each(kubectlBodies)("kubectl $command", ({ hex, type, object }) => {
    const { value } = parseProtobufBody({ body: bytesOf(hex), type });
    expect(decoded(value, type)).toEqual(decoded(object, type));
  });

  it.each(kubectlBodies)(
    "are read or refused wherever they are cut or changed: $command",
    (body) => {
      const { hex, type } = body;
      const whole = bytesOf(hex);
      let refused = 0;
      for (let length = 0; length < whole.length; length++) {
        const cut = whole.subarray(0, length);
        if (refusal(() => parseProtobufBody({ body: cut, type })) !== undefined) refused++;
      }
      // Only before the last two fields of the envelope, which may be absent, and before its bytes `raw`.
      expect(refused).toBeGreaterThanOrEqual(whole.length - 3);
      const dice = new Dice(1);
      for (let count = 0; count < 500; count++) {
        const changed = Uint8Array.from(whole);
        for (let change = 0; change <= dice.below(4); change++) {
          changed[4 + dice.below(whole.length - 4)] = dice.below(256);
        }
        refusal(() => parseProtobufBody({ body: changed, type }));
      }
    },
  );
});

describe("readMessage", () => {
  it.each(types)("reads what JSON says, too: $id", (type) => {
    const dice = new Dice(7);
    for (let count = 0; count < 50; count++) {
      const object = randomObject({ type, dice, depth: 0 });
      const read = readMessage({ bytes: encodeMessage({ object, type }), type });
      expect(decoded(read, type)).toEqual(decoded(structuredClone(object), type));
    }
  });

  const configMap = (hex: string): unknown =>
    readMessage({ bytes: bytesOf(hex), type: core.configMap });

  it("goes on where what comes twice has ended", () => {
    expect(
      configMap("0a03 0a0161 0a03 1a0162 1206 0a0163 120164 1206 0a0163 120165 2001 2000"),
    ).toEqual({
      metadata: { name: "a", namespace: "b" },
      data: { c: "e" },
      immutable: false,
    });
  });

  it("keeps keys that are special in JavaScript", () => {
    const key = Buffer.from("__proto__").toString("hex");
    expect(JSON.stringify(configMap(`120e 0a09${key} 120161`))).toBe('{"data":{"__proto__":"a"}}');
  });

  it("passes over fields that it does not know, and groups however deep", () => {
    const group = { begin: "9b06", end: "9c06" };
    const nested = group.begin.repeat(100_000) + group.end.repeat(100_000);
    expect(
      configMap(`9806ff01 9206 027a7a 9906 ${"00".repeat(8)} 9d06 ${"00".repeat(4)}${nested}`),
    ).toEqual({});
    expect(refusal(() => configMap(group.begin.repeat(100_000)))?.message).toBe("unexpected EOF");
  });

  it.each([
    ["0a", "unexpected EOF"],
    ["0a05 0a01", "unexpected EOF"],
    ["80", "unexpected EOF"],
    ["99060000", "unexpected EOF"],
    ["9806 80808080808080808080 00", "proto: integer overflow"],
    ["0a ffffffffffffffffff01", "proto: negative length found during unmarshaling"],
    ["0a ffffffffffffffff7f", "unexpected EOF"],
    ["04", "proto: ConfigMap: wiretype end group for non-group"],
    ["0c", "proto: ConfigMap: wiretype end group for non-group"],
    ["0200", "proto: ConfigMap: illegal tag 0 (wire type 2)"],
    ["9e06", "proto: illegal wireType 6"],
    ["0a02 2800", "proto: wrong wireType = 0 for field UID"],
    ["0a04 4202 0a00", "proto: wrong wireType = 2 for field Seconds"],
  ])("refuses %s: %s", (hex, message) => {
    expect(refusal(() => configMap(hex))?.message).toBe(message);
  });

  it("keeps integers of 64 bits, and cuts those of 32 as Go does", () => {
    const max = 2n ** 63n - 1n;
    const generation = delimited(1, varint(7, max));
    expect(readMessage({ bytes: generation, type: core.configMap })).toEqual({
      metadata: { generation: max },
    });
    const duration = delimited(2, varint(2, 2n ** 33n + 5n));
    expect(readMessage({ bytes: duration, type: lease })).toEqual({
      spec: { leaseDurationSeconds: 5 },
    });
  });

  it("reads times as metav1.Time and MicroTime do", () => {
    const times = (seconds: bigint, nanos: bigint): unknown => {
      const timestamp = Buffer.concat([varint(1, seconds), varint(2, nanos)]);
      const bytes = Buffer.concat([delimited(6, timestamp), delimited(10, timestamp)]);
      const { firstTimestamp, eventTime } = readMessage({ bytes, type: core.event });
      return [firstTimestamp, eventTime];
    };
    expect(times(5n, 1_999n)).toEqual(["1970-01-01T00:00:05Z", "1970-01-01T00:00:05.000001Z"]);
    expect(times(-1n, -1_500n)).toEqual(["1969-12-31T23:59:59Z", "1969-12-31T23:59:58.999999Z"]);
    expect(times(-62_135_596_800n, 0n)).toEqual([null, null]);
    expect(refusal(() => times(253_402_300_800n, 0n))?.message).toBe(
      "Time.MarshalJSON: year outside of range [0,9999]",
    );
    expect(refusal(() => times(-(2n ** 62n), 0n))?.message).toBe(
      "Time.MarshalJSON: year outside of range [0,9999]",
    );
    expect(readMessage({ bytes: delimited(6, ""), type: core.event })).toEqual({
      firstTimestamp: null,
    });
  });

  const schemaField = (name: string): number => jsonSchemaProps.members.get(name)?.number ?? 0;

  it("refuses numbers that JSON does not have", () => {
    const bytes = Buffer.alloc(9);
    bytes.writeUInt8((schemaField("maximum") << 3) | 1);
    bytes.writeDoubleLE(Number.NEGATIVE_INFINITY, 1);
    expect(refusal(() => readMessage({ bytes, type: jsonSchemaProps }))?.message).toBe(
      "json: unsupported value: -Inf",
    );
  });

  it("takes what is no JSON inside for a text", () => {
    const bytes = delimited(schemaField("default"), delimited(1, "{oops"));
    expect(readMessage({ bytes, type: jsonSchemaProps })).toEqual({ default: "{oops" });
  });

  it("refuses what is nested deeper than JSON may be", () => {
    const nested = (levels: number): string | undefined => {
      let bytes: Buffer = Buffer.alloc(0);
      for (let level = 0; level < levels; level++) bytes = delimited(schemaField("not"), bytes);
      return refusal(() => readMessage({ bytes, type: jsonSchemaProps }))?.message;
    };
    expect(nested(999)).toBeUndefined();
    expect(nested(1_000)).toBe("exceeded max depth");
    expect(nested(5_000)).toBe("exceeded max depth");
    const raw = (levels: number): string | undefined => {
      const json = `${"[".repeat(levels)}${"]".repeat(levels)}`;
      const bytes = delimited(schemaField("default"), delimited(1, json));
      return refusal(() => readMessage({ bytes, type: jsonSchemaProps }))?.message;
    };
    expect(raw(900)).toBeUndefined();
    expect(raw(1_000)).toBe("exceeded max depth");
    expect(raw(20_000)).toBe("exceeded max depth");
  });
});
