import type { Clock } from "crd-runtime";
import type { ApiObject, Metadata } from "../object.js";
import { badRequest } from "../status/index.js";
import type { Random } from "./random.js";

/** Longest name that a generated one is cut to before its suffix. */
const maxGeneratedBase = 63 - 5;

/** A moment as the API writes it: `2026-08-20T07:30:00Z`. */
export function rfc3339(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** Drops what only the server sets. */
export function wipeSystemFields(metadata: Metadata): void {
  delete metadata.creationTimestamp;
  delete metadata.uid;
  delete metadata.deletionTimestamp;
  delete metadata.deletionGracePeriodSeconds;
  delete metadata.selfLink;
}

/** Sets uid and creationTimestamp of a new object. */
export function fillSystemFields(input: {
  readonly metadata: Metadata;
  readonly clock: Clock;
  readonly random: Random;
}): void {
  const { metadata, clock, random } = input;
  metadata.creationTimestamp = rfc3339(clock.now());
  metadata.uid = random.uid();
}

/** A name of a prefix, and a suffix that is new each time. */
export function generatedName(input: {
  readonly generateName: string;
  readonly random: Random;
}): string {
  return input.generateName.slice(0, maxGeneratedBase) + input.random.nameSuffix();
}

/** Gives an object the namespace of its request. @throws StatusError 400 when it has another one */
export function ensureNamespace(object: ApiObject, namespace: string): void {
  const { metadata } = object;
  const own = metadata.namespace ?? "";
  if (own === namespace) return;
  if (own === "") metadata.namespace = namespace;
  else if (namespace === "") delete metadata.namespace;
  else {
    throw badRequest(
      "the namespace of the provided object does not match the namespace sent on the request",
    );
  }
}

/** @throws StatusError 400 when the object has another name than its URL */
export function assertName(object: ApiObject, name: string): void {
  const own = object.metadata.name ?? "";
  if (own === name) return;
  throw badRequest(
    own === ""
      ? `the name of the object (${name} based on URL) was undeterminable: name must be provided`
      : `the name of the object (${own}) does not match the name on the URL (${name})`,
  );
}
