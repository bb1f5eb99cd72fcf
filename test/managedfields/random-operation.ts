import type { ApiObject, JsonObject } from "../../packages/crd-testing/src/apiserver/object.js";
import {
  type Draft,
  randomMetadata,
  randomSpec,
  randomStatus,
} from "../../packages/crd-testing/test/managedfields/random-sample.js";
import type { Operation } from "./model.js";

type Random = () => number;

const appliers = ["kubectl", "alpha", "beta", "gamma"] as const;

/** More than there may be entries of updates. */
const updaters = Array.from({ length: 14 }, (_, index) => `updater-${index}`);

/** What client-side apply leaves behind. */
const lastApplied = "kubectl.kubernetes.io/last-applied-configuration";

/** What identifies the sample that operations are about. */
export interface Sample {
  readonly apiVersion: string;
  readonly name: string;
}

/** An operation that the sample can be sent in its state. */
export function randomOperation(input: {
  readonly random: Random;
  readonly sample: Sample;
  readonly live: ApiObject | undefined;
  /** An apply before. */
  readonly applied: Operation | undefined;
}): Operation {
  const { random, sample, live, applied } = input;
  const names = random() < 0.8 ? appliers : updaters;
  const manager = names[Math.floor(random() * names.length)] ?? "alpha";
  const given = { apiVersion: sample.apiVersion, kind: "Sample" };
  if (live === undefined) {
    const body = { ...given, ...content({ random, sample }) };
    if (random() < 0.5) return { verb: "apply", body, manager, subresource: "", force: false };
    const sent = random() < 0.5 ? withLastApplied(body) : body;
    return { verb: "create", body: sent, manager, subresource: "" };
  }
  const subresource = random() < 0.2 ? "status" : "";
  const verb = random();
  if (verb < 0.2 && applied !== undefined) return { ...applied, body: less(random, applied.body) };
  if (verb < 0.6) {
    const body = { ...given, ...content({ random, sample }) };
    return { verb: "apply", body, manager, subresource, force: random() < 0.6 };
  }
  if (verb < 0.8) {
    return { verb: "merge-patch", body: content({ random, sample }), manager, subresource };
  }
  return { verb: "update", body: changed({ random, sample, live }), manager, subresource };
}

function content(input: { readonly random: Random; readonly sample: Sample }): JsonObject {
  const { random, sample } = input;
  return {
    metadata: { name: sample.name, ...randomMetadata(random) },
    ...(random() < 0.9 ? { spec: randomSpec(random) } : {}),
    ...(random() < 0.3 ? { status: randomStatus(random) } : {}),
  };
}

/** The same, or some of it. */
function less(random: Random, body: JsonObject): JsonObject {
  if (random() < 0.4) return body;
  const spec = Object.entries(body["spec"] ?? {}).filter(() => random() < 0.8);
  return { ...body, spec: Object.fromEntries(spec) };
}

/** What client-side apply sends. */
function withLastApplied(body: JsonObject): JsonObject {
  const { annotations, ...metadata } = body["metadata"] as { annotations?: object };
  const all = { ...annotations, [lastApplied]: JSON.stringify(body) };
  return { ...body, metadata: { ...metadata, annotations: all } };
}

/** The live object with some members changed and some taken away; sometimes its managedFields, too. */
function changed(input: {
  readonly random: Random;
  readonly sample: Sample;
  readonly live: ApiObject;
}): JsonObject {
  const { random, live } = input;
  const { metadata, spec, status } = content(input) as {
    readonly metadata: Draft;
    readonly spec?: Draft;
    readonly status?: Draft;
  };
  const keep = (members: unknown): Draft =>
    Object.fromEntries(Object.entries(members ?? {}).filter(() => random() < 0.9));
  const { managedFields, labels, annotations, ownerReferences, finalizers, ...rest } =
    live.metadata;
  const optional = { labels, annotations, ownerReferences, finalizers };
  const kept = Object.entries(optional).filter(
    ([, value]) => value !== undefined && random() < 0.9,
  );
  return {
    ...live,
    metadata: {
      ...rest,
      ...Object.fromEntries(kept),
      ...(random() < 0.7 && managedFields !== undefined ? { managedFields } : {}),
      ...(random() < 0.05 ? { managedFields: [] } : {}),
      ...(random() < 0.05 ? { managedFields: [{}] } : {}),
      ...(random() < 0.05 ? { managedFields: [{ manager: "broken", operation: "Apply" }] } : {}),
      ...metadata,
    },
    ...("spec" in live || spec !== undefined ? { spec: { ...keep(live["spec"]), ...spec } } : {}),
    ...("status" in live || status !== undefined
      ? { status: { ...keep(live["status"]), ...status } }
      : {}),
  };
}

/**
 * An update by a manager of its own that gives the other entries times of long ago, some the same: whether a write sets
 * times, and how entries are sorted, shows then.
 */
export function aged(input: { readonly random: Random; readonly live: ApiObject }): Operation {
  const { random, live } = input;
  const { managedFields = [], annotations = {} } = live.metadata;
  const body = {
    ...live,
    metadata: {
      ...live.metadata,
      annotations: { ...annotations, aged: String(random()) },
      managedFields: managedFields.map((entry) => ({
        ...entry,
        time: `2020-01-01T00:00:0${Math.floor(random() * 4)}Z`,
      })),
    },
  };
  return { verb: "update", body, manager: "ager", subresource: "" };
}
