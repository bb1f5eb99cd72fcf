import { copyJson, equalJson } from "../../json.js";
import {
  addValue,
  type Container,
  getValue,
  isContainer,
  isRecord,
  locate,
  PatchError,
  removeValue,
  setValue,
} from "./pointer.js";

/** One operation of a JSON patch, as it came. */
export interface JsonPatchOperation {
  readonly op: string;
  readonly path: string | undefined;
  readonly from: string | undefined;
  readonly value: unknown;
}

/** Reads a decoded JSON patch; undefined when it is no list of operations. */
export function jsonPatchOf(value: unknown): readonly JsonPatchOperation[] | undefined {
  if (!Array.isArray(value) || !value.every(isRecord)) return undefined;
  return value.map((operation) => {
    const members: ReadonlyMap<string, unknown> = new Map(Object.entries(operation));
    const text = (name: string): string | undefined => {
      const member = members.get(name);
      return typeof member === "string" ? member : undefined;
    };
    return {
      op: text("op") ?? "unknown",
      path: text("path"),
      from: text("from"),
      value: members.get("value") ?? null,
    };
  });
}

/**
 * Applies a JSON patch (RFC 6902) to a document, which is changed; returns the result. It deviates from the RFC where
 * evanphx/json-patch does: `replace` of an absent member adds it, and negative indices count from the end.
 *
 * @throws PatchError
 */
export function applyJsonPatch(input: {
  readonly document: Container;
  readonly operations: readonly JsonPatchOperation[];
}): Container {
  let document = input.document;
  for (const operation of input.operations) document = apply(document, operation);
  return document;
}

function apply(document: Container, operation: JsonPatchOperation): Container {
  switch (operation.op) {
    case "add":
      return add(document, operation);
    case "remove":
      return remove(document, operation);
    case "replace":
      return replace(document, operation);
    case "move":
      return move(document, operation);
    case "test":
      return test(document, operation);
    case "copy":
      return copy(document, operation);
    default:
      throw new PatchError(`Unexpected kind: ${operation.op}`);
  }
}

function add(document: Container, operation: JsonPatchOperation): Container {
  const path = pathOf(operation);
  const target = locate({ document, pointer: path });
  if (target === undefined) {
    throw new PatchError(
      `add operation does not apply: doc is missing path: "${path}": missing value`,
    );
  }
  const value = copyJson(operation.value);
  at({ what: `error in add for path: '${path}'`, run: () => addValue({ ...target, value }) });
  return document;
}

function remove(document: Container, operation: JsonPatchOperation): Container {
  const path = pathOf(operation);
  const target = locate({ document, pointer: path });
  if (target === undefined) {
    throw new PatchError(
      `remove operation does not apply: doc is missing path: "${path}": missing value`,
    );
  }
  at({
    what: `error in remove for path: '${path}'`,
    run: () => removeValue(target.container, target.key),
  });
  return document;
}

function replace(document: Container, operation: JsonPatchOperation): Container {
  const path = pathOf(operation);
  const value = copyJson(operation.value);
  if (path === "") {
    if (isContainer(value)) return value;
    throw new PatchError("replace operation value must be object or array: %!w(<nil>)");
  }
  const target = locate({ document, pointer: path });
  if (target === undefined) {
    throw new PatchError(
      `replace operation does not apply: doc is missing path: ${path}: missing value`,
    );
  }
  at({
    what: `replace operation does not apply: doc is missing key: ${path}: missing value`,
    alone: true,
    run: () => getValue(target.container, target.key),
  });
  at({ what: `error in remove for path: '${path}'`, run: () => setValue({ ...target, value }) });
  return document;
}

function move(document: Container, operation: JsonPatchOperation): Container {
  const from = fromOf(operation);
  const source = locate({ document, pointer: from });
  if (source === undefined) {
    throw new PatchError(
      `move operation does not apply: doc is missing from path: ${from}: missing value`,
    );
  }
  const what = `error in move for path: '${source.key}'`;
  const value = at({ what, run: () => getValue(source.container, source.key) });
  at({ what, run: () => removeValue(source.container, source.key) });
  return put({ document, operation, value, verb: "move" });
}

function copy(document: Container, operation: JsonPatchOperation): Container {
  const from = fromOf(operation);
  const source = locate({ document, pointer: from });
  if (source === undefined) {
    throw new PatchError(
      `copy operation does not apply: doc is missing from path: ${from}: missing value`,
    );
  }
  const what = `error in copy for from: '${from}'`;
  const value = at({ what, run: () => getValue(source.container, source.key) });
  return put({ document, operation, value: copyJson(value ?? null), verb: "copy" });
}

function put(input: {
  readonly document: Container;
  readonly operation: JsonPatchOperation;
  readonly value: unknown;
  readonly verb: "copy" | "move";
}): Container {
  const { document, operation, value, verb } = input;
  const path = pathOf(operation);
  const target = locate({ document, pointer: path });
  if (target === undefined) {
    throw new PatchError(
      `${verb} operation does not apply: doc is missing destination path: ${path}: missing value`,
    );
  }
  const what =
    verb === "move" ? `error in move for path: '${path}'` : "error while adding value during copy";
  at({ what, run: () => addValue({ ...target, value }) });
  return document;
}

function test(document: Container, operation: JsonPatchOperation): Container {
  const path = pathOf(operation);
  const failed = new PatchError(`testing value ${path} failed: test failed`);
  if (path === "") {
    if (equalJson(document, operation.value)) return document;
    throw failed;
  }
  const target = locate({ document, pointer: path });
  if (target === undefined) {
    throw new PatchError(`test operation does not apply: is missing path: ${path}: missing value`);
  }
  const what = `error in test for path: '${path}'`;
  const value = at({ what, run: () => getValue(target.container, target.key) });
  if (equalJson(value ?? null, operation.value)) return document;
  throw failed;
}

/** Runs a step, and says what was done when it fails. */
function at<T>(input: {
  readonly what: string;
  /** The text stands for the failure, whose own is dropped. */
  readonly alone?: true;
  readonly run: () => T;
}): T {
  try {
    return input.run();
  } catch (error) {
    if (!(error instanceof PatchError)) throw error;
    const message = input.alone === true ? input.what : `${input.what}: ${error.message}`;
    throw new PatchError(message, { cause: error });
  }
}

function pathOf(operation: JsonPatchOperation): string {
  if (operation.path !== undefined) return operation.path;
  throw new PatchError(`${operation.op} operation failed to decode path: missing value`);
}

function fromOf(operation: JsonPatchOperation): string {
  if (operation.from !== undefined) return operation.from;
  throw new PatchError(`${operation.op} operation failed to decode from: missing value`);
}
