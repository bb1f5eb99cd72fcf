import { parseJSON } from "crd-runtime";
import type { ServerRequest } from "../apiserver/http.js";
import { requestInfoOf } from "../apiserver/request/request-info.js";
import { isVerb } from "../apiserver/resources/verb.js";
import type { Action } from "./action.js";

/** The action that a request is; undefined for paths that are no resource, such as discovery. */
export function actionOf(request: ServerRequest): Action | undefined {
  const info = requestInfoOf(request);
  const { verb, group, version, resource, subresource, namespace } = info;
  if (!info.isResourceRequest || !isVerb(verb)) return undefined;
  const object = bodyOf(request);
  const contentType = request.headers["content-type"];
  return Object.freeze({
    verb,
    group,
    version,
    resource,
    subresource,
    namespace,
    name: info.name === "" && verb === "create" ? nameOf(object) : info.name,
    options: Object.freeze(optionsOf(request.path)),
    object,
    patchType: verb === "patch" && typeof contentType === "string" ? contentType : undefined,
  });
}

function optionsOf(path: string): Readonly<Record<string, string>> {
  const query = new URL(path, "http://embedded").searchParams;
  return Object.fromEntries([...query].filter(([name]) => name !== "watch"));
}

/** JSON where it is JSON; a patch in YAML stays a text. */
function bodyOf(request: ServerRequest): unknown {
  const { body } = request;
  if (body.byteLength === 0) return undefined;
  const text = Buffer.from(body).toString();
  try {
    return deepFreeze(parseJSON(text));
  } catch {
    return text;
  }
}

function nameOf(object: unknown): string {
  if (typeof object !== "object" || object === null || !("metadata" in object)) return "";
  const { metadata } = object;
  if (typeof metadata !== "object" || metadata === null || !("name" in metadata)) return "";
  return typeof metadata.name === "string" ? metadata.name : "";
}

function deepFreeze(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  for (const member of Object.values(value)) deepFreeze(member);
  return Object.freeze(value);
}
