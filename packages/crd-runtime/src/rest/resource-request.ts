import { InvalidRequestError } from "./errors.js";
import type {
  DeleteOptions,
  GetOptions,
  ListOptions,
  PatchOptions,
  WriteOptions,
} from "./options.js";
import { type Patch, patchContentTypes } from "./patch.js";
import type { Query } from "./query.js";
import type { RestRequest } from "./request.js";
import {
  collectionPath,
  objectPath,
  type ResourceReference,
  requireNamespace,
} from "./resource-path.js";

/** A call on a resource, by its verb. Plain data. */
export type ResourceCall =
  | {
      readonly verb: "create";
      readonly body: unknown;
      /** With a subresource: the object that it belongs to. */
      readonly name?: string | undefined;
      readonly subresource?: string | undefined;
      readonly options?: WriteOptions | undefined;
    }
  | {
      readonly verb: "update";
      readonly name: string;
      readonly body: unknown;
      readonly subresource?: string | undefined;
      readonly options?: WriteOptions | undefined;
    }
  | {
      readonly verb: "patch";
      readonly name: string;
      readonly patch: Patch;
      readonly options?: PatchOptions | undefined;
    }
  | {
      readonly verb: "get";
      readonly name: string;
      readonly subresource?: string | undefined;
      readonly options?: GetOptions | undefined;
    }
  | {
      readonly verb: "list" | "watch";
      /** With a subresource: the object that it belongs to. */
      readonly name?: string | undefined;
      readonly subresource?: string | undefined;
      readonly options?: ListOptions | undefined;
    }
  | {
      readonly verb: "delete";
      readonly name: string;
      readonly options?: DeleteOptions | undefined;
    }
  | {
      readonly verb: "deleteCollection";
      readonly options?: (DeleteOptions & ListOptions) | undefined;
    };

/**
 * Turns a call into a request: pure, needs no server.
 *
 * @throws InvalidRequestError when a name or namespace is missing or cannot stand in a path, or a
 * patch of type apply names no field manager
 */
export function resourceRequest(input: {
  readonly reference: ResourceReference;
  readonly call: ResourceCall;
}): RestRequest {
  const { reference, call } = input;
  switch (call.verb) {
    case "create":
      requireNamespace(reference);
      return {
        method: "POST",
        path: pathOf({ reference, call }),
        query: writeQuery(call.options),
        body: call.body,
      };
    case "update":
      return {
        method: "PUT",
        path: objectPath({ ...reference, name: call.name, subresource: call.subresource }),
        query: writeQuery(call.options),
        body: call.body,
      };
    case "patch":
      return patchRequest({ reference, call });
    case "get":
      return {
        method: "GET",
        path: objectPath({ ...reference, name: call.name, subresource: call.subresource }),
        query: { resourceVersion: text(call.options?.resourceVersion) },
      };
    case "list":
      return {
        method: "GET",
        path: pathOf({ reference, call }),
        query: listQuery(call.options),
      };
    case "watch":
      return {
        method: "GET",
        path: pathOf({ reference, call }),
        query: { watch: true, ...listQuery(call.options) },
      };
    case "delete":
      return {
        method: "DELETE",
        path: objectPath({ ...reference, name: call.name }),
        body: deleteBody(call.options),
      };
    case "deleteCollection":
      requireNamespace(reference);
      return {
        method: "DELETE",
        path: collectionPath(reference),
        query: listQuery(call.options),
        body: deleteBody(call.options),
      };
  }
}

/** The collection, or below the object that is named. */
function pathOf(input: {
  readonly reference: ResourceReference;
  readonly call: { readonly name?: string | undefined; readonly subresource?: string | undefined };
}): string {
  const { reference, call } = input;
  const { name, subresource } = call;
  if (name !== undefined) {
    return objectPath({ ...reference, name, subresource });
  }
  if (subresource !== undefined) {
    throw new InvalidRequestError(`subresource "${subresource}" needs the name of an object`);
  }
  return collectionPath(reference);
}

function patchRequest(input: {
  readonly reference: ResourceReference;
  readonly call: Extract<ResourceCall, { verb: "patch" }>;
}): RestRequest {
  const { reference, call } = input;
  const { name, patch, options } = call;
  const contentType = Object.hasOwn(patchContentTypes, patch.type)
    ? patchContentTypes[patch.type]
    : undefined;
  if (contentType === undefined) {
    const known = Object.keys(patchContentTypes).join(", ");
    throw new InvalidRequestError(`there is no patch type "${patch.type}": use one of ${known}`);
  }
  if (patch.type === "apply" && !options?.fieldManager) {
    throw new InvalidRequestError(
      "a patch of type apply needs the option fieldManager: the fields will be owned under that name",
    );
  }
  return {
    method: "PATCH",
    path: objectPath({ ...reference, name, subresource: patch.subresource }),
    query: { ...writeQuery(options), force: options?.force },
    body: patch.body,
    contentType,
  };
}

function writeQuery(options: WriteOptions | undefined): Query {
  return {
    dryRun: options?.dryRun,
    fieldManager: text(options?.fieldManager),
    fieldValidation: options?.fieldValidation,
  };
}

function listQuery(options: ListOptions | undefined): Query {
  return {
    labelSelector: text(options?.labelSelector),
    fieldSelector: text(options?.fieldSelector),
    limit: options?.limit || undefined,
    continue: text(options?.continue),
    resourceVersion: text(options?.resourceVersion),
    resourceVersionMatch: options?.resourceVersionMatch,
    timeoutSeconds: options?.timeoutSeconds,
    allowWatchBookmarks: options?.allowWatchBookmarks,
    sendInitialEvents: options?.sendInitialEvents,
  };
}

/** Options of a deletion travel in the body; without any there is none. */
function deleteBody(options: DeleteOptions | undefined): object | undefined {
  const body = {
    gracePeriodSeconds: options?.gracePeriodSeconds,
    propagationPolicy: options?.propagationPolicy,
    preconditions: options?.preconditions,
    dryRun: options?.dryRun,
    orphanDependents: options?.orphanDependents,
  };
  return Object.values(body).every((value) => value === undefined)
    ? undefined
    : { apiVersion: "v1", kind: "DeleteOptions", ...body };
}

/** An empty text is the API's zero value: the same as absent. */
function text(value: string | undefined): string | undefined {
  return value === "" ? undefined : value;
}
