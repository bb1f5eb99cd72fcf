import { coerceMetadata } from "crd-runtime/schema";
import type { GoStruct } from "../../builtin/types/go-type.js";
import type { ApiObject, JsonObject } from "../../object.js";
import type { ApiResource } from "../../resources/resource.js";
import { badRequest, goQuote, StatusError } from "../../status/index.js";
import { bodyFormatOf } from "../negotiation/content-type.js";
import type { FieldValidation } from "../options/write-options.js";
import type { Warnings } from "../warnings.js";
import { goTypeOf, noTypedObject, noTypeText } from "./go-type.js";
import type { Parsed } from "./json.js";
import { parseMerging } from "./merging-json.js";
import { parseBody, textOf } from "./parse-body.js";
import { MessageError } from "./protobuf/envelope.js";
import { reportStrictErrors } from "./strict-errors.js";

/** A body that is to become an object of a resource. */
export interface ObjectBody {
  readonly body: Uint8Array;
  readonly contentType: string;
  readonly resource: ApiResource;
  readonly fieldValidation: FieldValidation;
  readonly warnings: Warnings;
}

/**
 * The object that the body of a create or update holds: decoded, pruned, defaulted, and of the version of the resource.
 * Its kind may be a wrong one, which validation tells. Follows createHandler of apiserver.
 *
 * @throws StatusError 400, 415
 */
export function decodeObject(input: ObjectBody): ApiObject {
  const { body, contentType, resource, fieldValidation, warnings } = input;
  const parsed = parseBody({ body, contentType, type: goTypeOfResource(resource) });
  if (parsed instanceof MessageError) {
    const object = withType({ source: input, value: { ...parsed.typeMeta } });
    throw cannotBeHandled({ source: input, object }, parsed.message);
  }
  if (parsed instanceof Error) {
    throw unrecognized({ ...input, problem: parsed.message });
  }
  const object = withType({ source: input, value: readAsGo({ source: input, parsed }) });
  const decoding = { source: input, object };
  const strictErrors = [...parsed.strictErrors];
  const known = isOfResource(object, resource);
  if (known) {
    const unknown = handled(decoding, () => resource.strategy.prune(object));
    for (const path of unknown) strictErrors.push(`unknown field "${path}"`);
  }
  const refusal = reportStrictErrors({ errors: strictErrors, fieldValidation, warnings });
  if (refusal !== undefined) throw cannotBeHandled(decoding, refusal);
  assertVersion(decoding);
  assertKind(decoding);
  if (!known) coerceOwnMetadata(decoding);
  const decoded = withMetadata(decoding);
  if (known) resource.strategy.default(decoded);
  return decoded;
}

/** Go decodes members that stand twice into the same struct or map where it has one. */
function readAsGo(input: { readonly source: ObjectBody; readonly parsed: Parsed }): unknown {
  const { source, parsed } = input;
  const { resource, body, contentType } = source;
  const merges = resource.builtIn === true && parsed.strictErrors.length > 0;
  return merges && bodyFormatOf(contentType) === "json" ? parseMerging(textOf(body)) : parsed.value;
}

function goTypeOfResource({ openAPI }: ApiResource): GoStruct | undefined {
  return openAPI !== undefined && "type" in openAPI ? openAPI.type : undefined;
}

/** The version that the resource speaks, as `apiVersion` has it. */
export function apiVersionOf(resource: {
  readonly group: string;
  readonly version: string;
}): string {
  return resource.group === "" ? resource.version : `${resource.group}/${resource.version}`;
}

type TypedObject = JsonObject & { apiVersion: string; kind: string };

/** An object on its way out of a body. */
interface Decoding {
  readonly source: ObjectBody;
  readonly object: TypedObject;
}

/** Whether the value says what it is. @throws StatusError 400 */
function withType(input: { readonly source: ObjectBody; readonly value: unknown }): TypedObject {
  const { source, value } = input;
  const { resource } = source;
  if (value !== null && !isJsonObject(value)) {
    throw unrecognized({ ...source, problem: noTypedObject(value) });
  }
  const object = value ?? {};
  const apiVersion = typeMember({ source, object, name: "apiVersion" });
  const kind = typeMember({ source, object, name: "kind" });
  if (resource.builtIn === true) {
    if (kind === "") object["kind"] = resource.kind;
    if (apiVersion === "") object["apiVersion"] = apiVersionOf(resource);
  } else if (kind === "") {
    const problem = `Object 'Kind' is missing in '${textOf(source.body)}'`;
    throw unrecognized({ ...source, problem });
  }
  return isTyped(object) ? object : Object.assign(object, { apiVersion: "", kind });
}

function typeMember(input: {
  readonly source: ObjectBody;
  readonly object: JsonObject;
  readonly name: "apiVersion" | "kind";
}): string {
  const value = input.object[input.name] ?? "";
  if (typeof value === "string") return value;
  throw unrecognized({ ...input.source, problem: noTypeText(input.name, value) });
}

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTyped(object: JsonObject): object is TypedObject {
  return typeof object["apiVersion"] === "string" && typeof object["kind"] === "string";
}

function isOfResource(object: TypedObject, resource: ApiResource): boolean {
  return object.kind === resource.kind && object.apiVersion === apiVersionOf(resource);
}

function assertVersion(decoding: Decoding): void {
  const { object, source } = decoding;
  const { resource } = source;
  const expected = apiVersionOf(resource);
  if (object.apiVersion === expected) return;
  if (resource.builtIn === true) {
    const problem = `no kind ${goQuote(object.kind)} is registered for version ${goQuote(object.apiVersion)} in scheme "pkg/runtime/scheme.go:111"`;
    throw cannotBeHandled(decoding, problem);
  }
  throw badRequest(
    `the API version in the data (${object.apiVersion}) does not match the expected API version (${expected})`,
  );
}

/** A wrong kind of a custom resource is for validation to tell; Go types cannot be converted. */
function assertKind(decoding: Decoding): void {
  const { object, source } = decoding;
  const { resource } = source;
  if (resource.builtIn !== true || object.kind === resource.kind) return;
  const { group, version } = resource;
  const problem = `converting (${version}.${object.kind}) to (${group === "" ? "core" : group.split(".")[0]}.${resource.kind}): unknown conversion`;
  throw cannotBeHandled(decoding, problem);
}

/**
 * Decodes the metadata of an object of a wrong kind, which no strategy has looked at.
 *
 * @throws StatusError 400
 */
function coerceOwnMetadata(decoding: Decoding): void {
  const { error } = coerceMetadata({ object: decoding.object, schema: undefined });
  if (error !== undefined) throw cannotBeHandled(decoding, error.detail);
}

/** @throws StatusError 400 when metadata is none */
function withMetadata(decoding: Decoding): ApiObject {
  const { object } = decoding;
  if (object["metadata"] === undefined || object["metadata"] === null) object["metadata"] = {};
  if (hasMetadata(object)) return object;
  const problem = `json: cannot unmarshal ${goTypeOf(object["metadata"])} into Go value of type v1.ObjectMeta`;
  throw cannotBeHandled(decoding, problem);
}

function hasMetadata(object: TypedObject): object is ApiObject {
  return isJsonObject(object["metadata"]);
}

/** Runs the pruning; what it refuses is told as the server tells what it cannot decode. */
function handled(decoding: Decoding, prune: () => readonly string[]): readonly string[] {
  try {
    return prune();
  } catch (error) {
    if (!(error instanceof StatusError) || error.code !== 400) throw error;
    if (error.message.includes(" cannot be handled as a ")) throw error;
    throw cannotBeHandled(decoding, error.message);
  }
}

function cannotBeHandled({ object, source }: Decoding, problem: string): StatusError {
  const version = object.apiVersion.slice(object.apiVersion.indexOf("/") + 1);
  return badRequest(
    `${object.kind} in version ${goQuote(version)} cannot be handled as a ${source.resource.kind}: ${problem}`,
  );
}

function unrecognized(input: ObjectBody & { readonly problem: string }): StatusError {
  const { resource, problem, body } = input;
  return badRequest(
    `the object provided is unrecognized (must be of type ${resource.kind}): ${problem} (${summary(body)})`,
  );
}

const summaryBytes = 30;

/** The begin of a body: as it is when it looks like JSON, in hexadecimal otherwise. */
function summary(body: Uint8Array): string {
  if (body.length === 0) return "<empty>";
  const start = body.subarray(0, summaryBytes);
  const text = body[0] === 0x7b ? textOf(start) : Buffer.from(start).toString("hex");
  return body.length > summaryBytes ? `${text} ...` : text;
}
