import { scale as scaleType } from "../builtin/types/autoscaling.js";
import { equalJson } from "../json.js";
import { scaledManagedFields, withManagedFields } from "../managedfields/index.js";
import type { ApiObject } from "../object.js";
import { assertBodyFits } from "../request/body/limit.js";
import { parseBody } from "../request/body/parse-body.js";
import { reportStrictErrors, strictDecodingError } from "../request/body/strict-errors.js";
import { managerOf } from "../request/options/field-manager.js";
import {
  patchOptions,
  updateOptions,
  type WriteOptions,
} from "../request/options/write-options.js";
import { badRequest, unknownError } from "../status/index.js";
import { getObject } from "./get.js";
import { guaranteedUpdate } from "./guaranteed-update.js";
import { copyOf, liveObject } from "./live-object.js";
import { patchOf } from "./patches/patch-body.js";
import { patchTypeOf } from "./patches/patch-type.js";
import { invalidPatch, patchedDocument } from "./patches/patched-object.js";
import type { Registry, ResourceRequest } from "./registry.js";
import type { VerbResult } from "./result.js";
import { type ScaleRequest, scaleRequestOf } from "./scale-body.js";
import { hasField, scaleOf, scalePathsOf, setReplicas } from "./scale-object.js";
import { assertName, ensureNamespace } from "./system-fields.js";

const undecodable =
  'no kind is registered for the type v1.Scale in scheme "pkg/runtime/scheme.go:111"';
/** Stands in a Scale for replicas that the object does not name. */
const noReplicas = -(2 ** 31);

/** GET of the scale subresource. @throws or rejects with a StatusError */
export async function getScale(registry: Registry, request: ResourceRequest): Promise<VerbResult> {
  return shown(request, await getObject(registry, request));
}

/** PUT of the scale subresource. @throws or rejects with a StatusError */
export async function updateScale(
  registry: Registry,
  request: ResourceRequest,
): Promise<VerbResult> {
  assertBodyFits(request.body);
  const options = updateOptions(request.query);
  const parsed = parseBody({ ...request, type: scaleType });
  const scale = parsed instanceof Error ? undefined : scaleRequestOf(parsed.value);
  if (parsed instanceof Error || scale === undefined) throw badRequest(undecodable);
  const errors = [...parsed.strictErrors, ...unknownFields(scale)];
  const refusal = reportStrictErrors({ ...request, ...options, errors });
  if (refusal !== undefined) {
    throw badRequest(`Scale in version "v1" cannot be handled as a Scale: ${refusal}`);
  }
  const uid = scale.object.metadata.uid || undefined;
  return write({ registry, request, options, uid, scaleFor: () => scale });
}

/** PATCH of the scale subresource. @throws or rejects with a StatusError */
export async function patchScale(
  registry: Registry,
  request: ResourceRequest,
): Promise<VerbResult> {
  const type = patchTypeOf(request);
  assertBodyFits(request.body);
  const { warnings } = request;
  const options = patchOptions({ query: request.query, isApply: type === "apply" });
  const patch = patchOf({ type, body: request.body, options, warnings });
  if (patch.type === "apply") {
    const result = await getObject(registry, { ...request, query: new Map() });
    throw applyRefused({ request, live: await objectOf(request, result) });
  }
  const scaleFor = (live: ApiObject): ScaleRequest => {
    const document = scaleOf({ ...request, object: live, missing: noReplicas });
    const patched = patchedDocument({ kind: "Scale", document, patch });
    const scale = scaleRequestOf(patched);
    if (scale === undefined) throw invalidPatch({ patch, patched, problem: undecodable });
    const errors = [...patch.strictErrors, ...unknownFields(scale)];
    if (reportStrictErrors({ ...request, ...options, errors }) !== undefined) {
      throw invalidPatch({ patch, patched, problem: strictDecodingError(errors) });
    }
    return scale;
  };
  return write({ registry, request, options, uid: undefined, scaleFor });
}

async function write(input: {
  readonly registry: Registry;
  readonly request: ResourceRequest;
  readonly options: WriteOptions;
  readonly uid: string | undefined;
  readonly scaleFor: (live: ApiObject) => ScaleRequest;
}): Promise<VerbResult> {
  const { registry, request, options, uid, scaleFor } = input;
  const { resource, name, userAgent } = request;
  const paths = scalePathsOf(resource);
  const result = await guaranteedUpdate({
    registry,
    // Replicas are of the object itself, whose generation grows with them.
    request: { ...request, subresource: "" },
    options,
    uid,
    whenMissing: "fail",
    updated(live) {
      if (live === undefined) throw new TypeError("a scale needs an object");
      const { object: scale, replicas } = scaleFor(live);
      ensureNamespace(scale, resource.namespaced ? request.namespace : "");
      assertName(scale, name);
      if (replicas === noReplicas) {
        throw badRequest(`the spec replicas field "${paths.specReplicasPath}" cannot be empty`);
      }
      const object = copyOf(live);
      setReplicas({ object, paths, replicas });
      const managedFields = scaledManagedFields({
        fieldManager: registry.managers.scales,
        manager: managerOf({ ...options, userAgent }),
        live,
        before: scaleOf({ resource, object: live, missing: noReplicas }),
        after: scaleOf({ resource, object }),
        paths: paths.replicasPaths,
      });
      const version = scale.metadata.resourceVersion ?? "";
      // Defaults of members that have come into being, as the server shows them when it reads what is stored.
      const given = copyOf(object);
      resource.strategy.default(object);
      if (version !== "") object.metadata.resourceVersion = version;
      return {
        object: withManagedFields({ object, managedFields }),
        raw: !equalJson(given, object),
      };
    },
  });
  return shown(request, result);
}

/** 500: the real server cannot apply to the Scale of custom resources. Its text depends on whether anybody manages the replicas. */
function applyRefused(input: {
  readonly request: ResourceRequest;
  readonly live: ApiObject;
}): Error {
  const { request, live } = input;
  const { specReplicasPath } = scalePathsOf(request.resource);
  const managed = live.metadata.managedFields?.some((entry) =>
    hasField(entry.fieldsV1 ?? {}, specReplicasPath),
  );
  const what =
    managed === true
      ? `failed to convert new object (/${request.name};`
      : "failed to create manager for existing fields: failed to convert live object (/;";
  return unknownError(
    `${what} autoscaling/v1, Kind=Scale) to proper version: request to convert CR to an invalid group/version: autoscaling/v1`,
  );
}

/** The Scale that a result shows. */
async function shown(request: ResourceRequest, result: VerbResult): Promise<VerbResult> {
  const object = await objectOf(request, result);
  return { code: result.code, object: scaleOf({ ...request, object }) };
}

async function objectOf(request: ResourceRequest, result: VerbResult): Promise<ApiObject> {
  if ("list" in result) throw new TypeError("a list has no scale");
  // What is not stored is an object of the API all the same.
  if ("object" in result) return result.object as ApiObject;
  const live = await liveObject({ resource: request.resource, entry: result.entry });
  return live.object;
}

function unknownFields(scale: ScaleRequest): readonly string[] {
  return scale.unknown.map((path) => `unknown field "${path}"`);
}
