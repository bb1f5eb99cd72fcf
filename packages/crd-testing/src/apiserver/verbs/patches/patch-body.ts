import { goTypeOf } from "../../request/body/go-type.js";
import { type Parsed, ParseError, parseJsonBody } from "../../request/body/json.js";
import { textOf } from "../../request/body/parse-body.js";
import { reportStrictErrors } from "../../request/body/strict-errors.js";
import { parseYamlBody } from "../../request/body/yaml.js";
import type { PatchOptions } from "../../request/options/write-options.js";
import type { Warnings } from "../../request/warnings.js";
import { badRequest, requestEntityTooLarge } from "../../status/index.js";
import { type JsonPatchOperation, jsonPatchOf } from "./json-patch.js";
import type { PatchType } from "./patch-type.js";
import { isRecord, type JsonRecord } from "./pointer.js";

/** A decoded PATCH body. */
export type Patch =
  | { readonly type: "apply"; readonly value: JsonRecord }
  | {
      readonly type: "json";
      readonly operations: readonly JsonPatchOperation[];
      readonly strictErrors: readonly string[];
    }
  | {
      readonly type: "merge" | "strategic";
      readonly value: JsonRecord;
      readonly strictErrors: readonly string[];
    };

const maxOperations = 10_000;

/** Reads a PATCH body. @throws StatusError 400 when it is none, 413 when it has too many operations */
export function patchOf(input: {
  readonly type: PatchType;
  readonly body: Uint8Array;
  readonly options: PatchOptions;
  readonly warnings: Warnings;
}): Patch {
  const { type, body } = input;
  const text = textOf(body);
  const prefix = type === "strategic" ? "" : "error decoding patch: ";
  if (type === "apply") return applyPatchOf({ ...input, text });
  const { value, strictErrors } = parsedJson(text);
  if (type === "json") {
    const operations = operationsOf(value);
    if (operations.length > maxOperations) {
      throw requestEntityTooLarge(
        `The allowed maximum operations in a JSON patch is ${maxOperations}, got ${operations.length}`,
      );
    }
    const errors = [...strictErrors, ...unknownMembers(value)];
    return { type, operations, strictErrors: errors.map((error) => `json patch ${error}`) };
  }
  if (isRecord(value)) return { type, value, strictErrors };
  throw badRequest(
    value === null
      ? "Invalid JSON Patch"
      : `${prefix}json: cannot unmarshal ${goTypeOf(value)} into Go value of type map[string]interface {}`,
  );
}

function operationsOf(value: unknown): readonly JsonPatchOperation[] {
  const operations = jsonPatchOf(value ?? []);
  if (operations !== undefined) return operations;
  const wrong: unknown = Array.isArray(value) ? value.find((item) => !isRecord(item)) : value;
  const type = Array.isArray(value) ? "handlers.jsonPatchOp" : "[]handlers.jsonPatchOp";
  throw badRequest(
    `error decoding patch: json: cannot unmarshal ${goTypeOf(wrong)} into Go value of type ${type}`,
  );
}

function parsedJson(text: string): Parsed {
  try {
    return parseJsonBody(text);
  } catch (error) {
    if (error instanceof ParseError) throw badRequest("invalid JSON patch");
    throw error;
  }
}

function applyPatchOf(input: {
  readonly text: string;
  readonly options: PatchOptions;
  readonly warnings: Warnings;
}): Patch {
  const { text, options, warnings } = input;
  const { value, strictErrors } = parsedYaml(text);
  if (value !== null && !isRecord(value)) {
    throw badRequest(
      `error decoding patch: error unmarshaling JSON: while decoding JSON: json: cannot unmarshal ${goTypeOf(value)} into Go value of type map[string]interface {}`,
    );
  }
  const { fieldValidation } = options;
  const refusal = reportStrictErrors({ errors: strictErrors, fieldValidation, warnings });
  if (refusal !== undefined) {
    throw badRequest(
      `error strict decoding patch: error converting YAML to JSON: yaml: unmarshal errors:\n  ${strictErrors.join("\n  ")}`,
    );
  }
  return { type: "apply", value: value ?? {} };
}

function parsedYaml(text: string): Parsed {
  try {
    return parseYamlBody(text);
  } catch (error) {
    if (error instanceof ParseError) throw badRequest(`error encoding patch: ${error.message}`);
    throw error;
  }
}

const operationMembers: ReadonlySet<string> = new Set(["op", "path", "from", "value"]);

function unknownMembers(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((operation: unknown, index) =>
    isRecord(operation)
      ? Object.keys(operation)
          .filter((name) => !operationMembers.has(name))
          .map((name) => `unknown field "[${index}].${name}"`)
      : [],
  );
}
