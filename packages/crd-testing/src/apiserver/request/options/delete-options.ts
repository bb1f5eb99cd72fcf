import { type FieldError, invalid, notSupported } from "crd-runtime/schema";
import { deleteOptions as deleteOptionsType } from "../../builtin/types/meta.js";
import { badRequest, goQuote } from "../../status/index.js";
import { goTypeOf, noTypedObject } from "../body/go-type.js";
import { parseBody } from "../body/parse-body.js";
import type { QueryValues } from "../query.js";
import { booleanParameter, integerParameter, textParameter } from "./parameters.js";
import { assertValid, dryRunErrors } from "./validation.js";

/** What becomes of the objects that an owner leaves behind. */
export type PropagationPolicy = "Background" | "Foreground" | "Orphan";

/** DeleteOptions of meta.k8s.io. */
export interface DeleteOptions {
  readonly dryRun: boolean;
  readonly gracePeriodSeconds: number | undefined;
  readonly orphanDependents: boolean | undefined;
  readonly propagationPolicy: PropagationPolicy | undefined;
  readonly preconditions: Preconditions;
}

/** What must hold for a deletion; undefined: nothing. */
export interface Preconditions {
  readonly uid: string | undefined;
  readonly resourceVersion: string | undefined;
}

const policies: readonly PropagationPolicy[] = ["Foreground", "Background", "Orphan"];

const defaults: DeleteOptions = {
  dryRun: false,
  gracePeriodSeconds: undefined,
  orphanDependents: undefined,
  propagationPolicy: undefined,
  preconditions: { uid: undefined, resourceVersion: undefined },
};

/**
 * Reads the options of a deletion from its body, or from its query when there is none.
 *
 * @throws StatusError 400 when they cannot be read, 415 when the body is of another type, 422 when they are invalid
 */
export function deleteOptions(input: {
  readonly query: QueryValues;
  readonly body: Uint8Array;
  readonly contentType: string;
}): DeleteOptions {
  const { query, body } = input;
  if (body.length > 0) return validated(fromBody(input));
  return query.size === 0 ? defaults : validated(fromQuery(query));
}

interface Raw extends Omit<DeleteOptions, "dryRun" | "propagationPolicy"> {
  readonly dryRun: readonly string[];
  readonly propagationPolicy: string | undefined;
}

function validated(raw: Raw): DeleteOptions {
  const { dryRun, propagationPolicy, orphanDependents } = raw;
  const field = "propagationPolicy";
  const errors: FieldError[] = [];
  const policy = policies.find((known) => known === propagationPolicy);
  if (propagationPolicy !== undefined) {
    if (orphanDependents !== undefined) {
      const detail = "orphanDependents and deletionPropagation cannot be both set";
      errors.push(invalid({ field, value: propagationPolicy, detail }));
    }
    if (policy === undefined) {
      const supported = [...policies, "nil"];
      errors.push(notSupported({ field, value: propagationPolicy, supported }));
    }
  }
  assertValid("DeleteOptions", [...errors, ...dryRunErrors(dryRun)]);
  return { ...raw, propagationPolicy: policy, dryRun: dryRun.length > 0 };
}

function fromQuery(query: QueryValues): Raw {
  return {
    dryRun: query.get("dryRun") ?? [],
    gracePeriodSeconds: integerParameter(query, "gracePeriodSeconds"),
    orphanDependents: booleanParameter(query, "orphanDependents"),
    propagationPolicy: query.get("propagationPolicy")?.[0],
    preconditions: {
      uid: textParameter(query, "uid") || undefined,
      resourceVersion: textParameter(query, "resourceVersion") || undefined,
    },
  };
}

/** @throws StatusError 400 */
function fromBody(input: { readonly body: Uint8Array; readonly contentType: string }): Raw {
  const parsed = parseBody({ ...input, type: deleteOptionsType });
  if (parsed instanceof Error) throw badRequest(parsed.message);
  if (parsed.value !== null && !isObject(parsed.value))
    throw badRequest(noTypedObject(parsed.value));
  const read = reader(parsed.value ?? {});
  const kind = read.text("kind") || "DeleteOptions";
  const apiVersion = read.text("apiVersion") || "v1";
  if (kind !== "DeleteOptions") {
    throw badRequest(
      `no kind ${goQuote(kind)} is registered for version ${goQuote(apiVersion)} in scheme "pkg/runtime/scheme.go:111"`,
    );
  }
  const preconditions = reader(read.object("preconditions") ?? {}, "Preconditions.");
  return {
    dryRun: read.texts("dryRun") ?? [],
    gracePeriodSeconds: read.integer("gracePeriodSeconds"),
    orphanDependents: read.boolean("orphanDependents"),
    propagationPolicy: read.text("propagationPolicy"),
    preconditions: {
      uid: preconditions.text("uid"),
      resourceVersion: preconditions.text("resourceVersion"),
    },
  };
}

/** Reads members of an object; null is absent, as in Go. @throws StatusError 400 for members of another type */
function reader(value: object, struct = "DeleteOptions.") {
  const members: ReadonlyMap<string, unknown> = new Map(Object.entries(value));
  const get = <T>(input: {
    readonly name: string;
    readonly type: string;
    readonly is: (member: unknown) => member is T;
  }): T | undefined => {
    const member = members.get(input.name) ?? undefined;
    if (member === undefined || input.is(member)) return member;
    throw badRequest(
      `json: cannot unmarshal ${goTypeOf(member)} into Go struct field ${struct}${input.name} of type ${input.type}`,
    );
  };
  return {
    text: (name: string) => get({ name, type: "string", is: isText }),
    texts: (name: string) => get({ name, type: "[]string", is: isTexts }),
    boolean: (name: string) => get({ name, type: "bool", is: isBoolean }),
    integer: (name: string) => get({ name, type: "int64", is: isInteger }),
    object: (name: string) => get({ name, type: "v1.Preconditions", is: isObject }),
  };
}

const isText = (value: unknown): value is string => typeof value === "string";
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);
const isBoolean = (value: unknown): value is boolean => typeof value === "boolean";
const isInteger = (value: unknown): value is number => Number.isSafeInteger(value);
const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);
