import { stringifyJSON } from "../../../packages/crd-runtime/src/rest/json.js";
import type { Bindings } from "./bindings.js";
import type { Caller, ContractRequest } from "./contract-server.js";
import { isObject, type Json } from "./json.js";
import { encodeProtobuf, protobufType } from "./protobuf.js";
import { type KnownResource, resolve } from "./resources.js";
import { methods, type RequestStep, type Topic } from "./topic.js";

const admin: Caller = { as: "admin" };
const encoder = new TextEncoder();

const patchTypes = {
  json: "application/json-patch+json",
  merge: "application/merge-patch+json",
  strategic: "application/strategic-merge-patch+json",
  apply: "application/apply-patch+yaml",
} as const;

/** Name of a step in recordings. */
export function stepName(step: RequestStep): string {
  const { method, path } = verbOf(step);
  const body = bodyOf(step);
  return body?.name === undefined ? `${method} ${path}` : `${method} ${path} (${body.name})`;
}

/** The request of a step, with values for all names. */
export function prepare(input: {
  readonly step: RequestStep;
  readonly topic: Topic;
  readonly bindings: Bindings;
}): ContractRequest {
  const { step, topic, bindings } = input;
  const { method, path } = verbOf(step);
  const target = resolve({ topic, path });
  const body = bodyOf(step);
  const typed =
    body?.json === undefined || !body.typed
      ? body?.json
      : withType({ body: body.json, resource: target.resource });
  const json = typed === undefined ? undefined : bindings.json(typed);
  const type = step.type ?? body?.type;
  return {
    method,
    path: bindings.text(target.path),
    headers: headersOf({ headers: step.headers, type, bindings }),
    body: bytesOf({ step, json, bindings }),
    caller: callerOf({ caller: step.caller ?? admin, bindings }),
  };
}

function bytesOf(input: {
  readonly step: RequestStep;
  readonly json: Json | undefined;
  readonly bindings: Bindings;
}): Uint8Array | undefined {
  const { step, json, bindings } = input;
  if (step.text !== undefined) return encoder.encode(bindings.text(step.text));
  if (step.hex !== undefined) return Buffer.from(step.hex.replaceAll(" ", ""), "hex");
  if (json === undefined) return undefined;
  if (step.protobuf === undefined) return encoder.encode(stringifyJSON(json));
  return encodeProtobuf(json).subarray(0, step.cut);
}

/** A caller whose names may stand for values. */
export function callerOf(input: { readonly caller: Caller; readonly bindings: Bindings }): Caller {
  const { caller, bindings } = input;
  if (caller.as !== "user") return caller;
  const groups = caller.groups.map((group) => bindings.text(group));
  return { as: "user", name: bindings.text(caller.name), groups };
}

/** Headers of any request of the suite. An empty type sends none. */
export function headersOf(input: {
  readonly headers: Readonly<Record<string, string>> | undefined;
  readonly type: string | undefined;
  readonly bindings: Bindings;
}): Record<string, string> {
  const { headers = {}, type, bindings } = input;
  const own = Object.entries(headers).map(([name, value]) => [name, bindings.text(value)] as const);
  return {
    accept: "application/json",
    "user-agent": "contract/1.0",
    ...(type === undefined || type === "" ? {} : { "content-type": type }),
    ...Object.fromEntries(own),
  };
}

function verbOf(step: RequestStep): { readonly method: string; readonly path: string } {
  for (const method of methods) {
    const path = step[method];
    if (path === undefined) continue;
    if (method !== "METHOD") return { method, path };
    const [verb = "", rest = ""] = path.split(" ");
    return { method: verb, path: rest };
  }
  throw new Error("a step without a verb");
}

interface Body {
  readonly json?: Json | undefined;
  readonly type: string;
  /** For people, where a verb has several kinds of bodies. */
  readonly name?: string;
  /** Whether apiVersion and kind belong into it. */
  readonly typed: boolean;
}

function bodyOf(step: RequestStep): Body | undefined {
  for (const name of ["json", "merge", "strategic", "apply"] as const) {
    const json = step[name];
    if (json === undefined) continue;
    return { json, type: patchTypes[name], name, typed: name === "apply" };
  }
  if (step.text !== undefined) return { type: "application/json", typed: false };
  if (step.protobuf !== undefined || step.hex !== undefined) {
    return { json: step.protobuf, type: protobufType, name: "protobuf", typed: true };
  }
  if (step.body === undefined) return undefined;
  return { json: step.body, type: "application/json", typed: step.DELETE === undefined };
}

function withType(input: {
  readonly body: Json;
  readonly resource: KnownResource | undefined;
}): Json {
  const { body, resource } = input;
  if (resource === undefined || !isObject(body)) return body;
  const { group, version, kind } = resource;
  return { apiVersion: group === "" ? version : `${group}/${version}`, kind, ...body };
}
