import { stringifyJSON } from "crd-runtime";
import { invalid as invalidField } from "crd-runtime/schema";
import { ConversionProblem, conversionText } from "../../builtin/types/conversion-problem.js";
import { objectMeta } from "../../builtin/types/meta.js";
import { copyJson } from "../../json.js";
import type { ApiObject, JsonObject } from "../../object.js";
import { apiVersionOf } from "../../request/body/decode-object.js";
import { isDeeperThan, maxDepth } from "../../request/body/depth.js";
import { goTypeOf, noTypedObject, noTypeText } from "../../request/body/go-type.js";
import { reportStrictErrors, strictDecodingError } from "../../request/body/strict-errors.js";
import type { FieldValidation } from "../../request/options/write-options.js";
import type { Warnings } from "../../request/warnings.js";
import type { ApiResource } from "../../resources/resource.js";
import { badRequest, failure, internalError, invalid, StatusError } from "../../status/index.js";
import { goMapText } from "./go-map.js";
import { applyJsonPatch } from "./json-patch.js";
import { applyMergePatch } from "./merge-patch.js";
import type { Patch } from "./patch-body.js";
import { type Container, isRecord, type JsonRecord, PatchError } from "./pointer.js";
import { applyStrategicMergePatch } from "./strategic-merge-patch.js";

/** The refusal of a patch whose result cannot be decoded. */
type Refuse = (problem: string) => StatusError;

/** A patch of an object that is not an apply. */
export type DocumentPatch = Exclude<Patch, { readonly type: "apply" }>;

/**
 * The object that a patch makes of another one, which stays as it is: decoded, pruned and defaulted.
 *
 * @throws StatusError 400 or 422 when the patch cannot be applied or its result be decoded
 */
export function patchedObject(input: {
  readonly resource: ApiResource;
  readonly object: ApiObject;
  readonly patch: DocumentPatch;
  readonly fieldValidation: FieldValidation;
  readonly warnings: Warnings;
}): ApiObject {
  const { resource, object, patch, fieldValidation, warnings } = input;
  const kind = resource.kind;
  const document = (): Container => patchedDocument({ kind, document: object, patch });
  const refuse: Refuse = (problem) => invalidPatch({ patch, patched: document(), problem });
  const patched = asObject({ resource, patched: document(), patch, refuse });
  const ours = patched.kind === resource.kind && patched.apiVersion === object.apiVersion;
  const unknown = ours ? pruned({ resource, patched, patch, refuse }) : [];
  const errors = [...patch.strictErrors, ...unknown.map((path) => `unknown field "${path}"`)];
  if (reportStrictErrors({ errors, fieldValidation, warnings }) !== undefined) {
    throw refuse(strictDecodingError(errors));
  }
  if (ours) resource.strategy.default(patched);
  return patched;
}

/** The document that a patch makes of another one, which stays as it is. @throws StatusError 400 or 422 */
export function patchedDocument(input: {
  readonly kind: string;
  readonly document: JsonObject;
  readonly patch: DocumentPatch;
}): Container {
  const { kind, patch } = input;
  const document = copyJson(input.document) as JsonRecord;
  try {
    if (patch.type === "json") {
      const patched = applyJsonPatch({ document, operations: patch.operations });
      // Each patch can put a value below the deepest one.
      if (isDeeperThan(patched, maxDepth)) throw badRequest("exceeded max depth");
      return patched;
    }
    if (patch.type === "strategic") {
      return applyStrategicMergePatch({ document, patch: patch.value, kind });
    }
    applyMergePatch(document, patch.value);
    return document;
  } catch (error) {
    if (!(error instanceof PatchError)) throw error;
    throw unprocessable(error);
  }
}

/** 422 in the words of a client that has got one without more. */
function unprocessable(error: PatchError): StatusError {
  return failure({
    code: 422,
    reason: "Invalid",
    message: "the server rejected our request due to an error in our request",
    details: {},
    cause: error,
  });
}

function pruned(input: {
  readonly resource: ApiResource;
  readonly patched: ApiObject;
  readonly patch: DocumentPatch;
  readonly refuse: Refuse;
}): readonly string[] {
  const { resource, patched, patch, refuse } = input;
  try {
    return resource.strategy.prune(patched);
  } catch (error) {
    if (!(error instanceof StatusError) || error.code !== 400) throw error;
    const { cause } = error;
    if (patch.type === "strategic" && cause instanceof ConversionProblem) {
      throw refuse(cause.message);
    }
    const problem = error.message.replace(/^.* cannot be handled as a [^:]*: /s, "");
    throw refuse(problem);
  }
}

/** 422 of a patch whose result cannot be decoded. */
export function invalidPatch(input: {
  readonly patch: DocumentPatch;
  readonly patched: Container;
  readonly problem: string;
}): StatusError {
  const { patch, patched, problem } = input;
  const value = patch.type === "strategic" ? goMapText(patch.value) : sortedJson(patched);
  const error = invalidField({ field: "patch", value, detail: problem });
  return invalid({ kind: { group: "", kind: "" }, name: "", errors: [error] });
}

/** @throws StatusError 422 when the result of a patch is no object of the API */
function asObject(input: {
  readonly resource: ApiResource;
  readonly patched: Container;
  readonly patch: DocumentPatch;
  readonly refuse: Refuse;
}): ApiObject {
  const { resource, patched, patch, refuse } = input;
  if (!isRecord(patched)) throw refuse(noTypedObject(patched));
  for (const name of ["apiVersion", "kind"] as const) {
    const value = patched[name] ?? "";
    if (typeof value !== "string") throw refuse(noTypeText(name, value));
  }
  if (resource.builtIn === true) {
    patched["kind"] ||= resource.kind;
    patched["apiVersion"] ||= apiVersionOf(resource);
  }
  if ((patched["kind"] ?? "") === "") {
    throw refuse(`Object 'Kind' is missing in '${sortedJson(patched)}'`);
  }
  if ((patched["apiVersion"] ?? "") === "") {
    throw internalError("Object 'apiVersion' is missing in 'object has no apiVersion field'");
  }
  patched["metadata"] ??= {};
  if (isApiObject(patched)) return patched;
  if (patch.type === "strategic") {
    throw refuse(conversionText(patched["metadata"], objectMeta));
  }
  const type = goTypeOf(patched["metadata"]);
  const problem = `json: cannot unmarshal ${type} into Go value of type v1.ObjectMeta`;
  throw refuse(problem);
}

function isApiObject(value: JsonRecord): value is ApiObject {
  return (
    typeof value["apiVersion"] === "string" &&
    typeof value["kind"] === "string" &&
    isRecord(value["metadata"])
  );
}

/** JSON with its members sorted, as Go writes maps. */
function sortedJson(value: unknown): string {
  return stringifyJSON(sorted(value));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isRecord(value)) return value;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}
