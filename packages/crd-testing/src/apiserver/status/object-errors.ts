import type { StatusCause } from "crd-runtime";
import { goQuote } from "./go-quote.js";
import { type GroupResource, qualifiedResource } from "./group-resource.js";
import { failure, type StatusError } from "./status-error.js";

// Errors about one object or resource; texts of apimachinery's api/errors.

/** An object that an error is about. */
export interface ObjectReference {
  readonly resource: GroupResource;
  /** `""` when the request names none. */
  readonly name: string;
}

/** 404 NotFound: `databases.example.com "orders" not found`. */
export function notFound(input: ObjectReference): StatusError {
  return failure({
    code: 404,
    reason: "NotFound",
    message: `${objectText(input)} not found`,
    details: detailsOf(input),
  });
}

/** 409 AlreadyExists: `databases.example.com "orders" already exists`. */
export function alreadyExists(input: ObjectReference): StatusError {
  return failure({
    code: 409,
    reason: "AlreadyExists",
    message: `${objectText(input)} already exists`,
    details: detailsOf(input),
  });
}

/** 409 AlreadyExists, to be repeated after a second: all names that the server made of generateName were taken. */
export function generateNameConflict(input: ObjectReference): StatusError {
  return failure({
    code: 409,
    reason: "AlreadyExists",
    message: `${objectText(input)} already exists, the server was not able to generate a unique name for the object`,
    details: { ...detailsOf(input), retryAfterSeconds: 1 },
  });
}

/** 409 Conflict: `Operation cannot be fulfilled on databases.example.com "orders": ` and the message. */
export function conflict(input: ObjectReference & { readonly message: string }): StatusError {
  return failure({
    code: 409,
    reason: "Conflict",
    message: `Operation cannot be fulfilled on ${objectText(input)}: ${input.message}`,
    details: detailsOf(input),
  });
}

/** 409 Conflict of an update whose resourceVersion is not the current one. */
export function objectModified(input: ObjectReference): StatusError {
  return conflict({
    ...input,
    message:
      "the object has been modified; please apply your changes to the latest version and try again",
  });
}

/** 409 Conflict of a server-side apply; one cause per field that another manager owns. */
export function applyConflict(input: {
  readonly causes: readonly StatusCause[];
  readonly message: string;
}): StatusError {
  return failure({
    code: 409,
    reason: "Conflict",
    message: input.message,
    details: { causes: [...input.causes] },
  });
}

/** 403 Forbidden about a resource or object: `databases.example.com "orders" is forbidden: ` and the message. */
export function forbidden(
  input: ObjectReference & {
    readonly message: string;
    readonly causes?: readonly StatusCause[];
  },
): StatusError {
  const { resource, name, message, causes } = input;
  const subject =
    resource.group === "" && resource.resource === ""
      ? "forbidden"
      : `${name === "" ? qualifiedResource(resource) : objectText(input)} is forbidden`;
  return failure({
    code: 403,
    reason: "Forbidden",
    message: `${subject}: ${message}`,
    details: { ...detailsOf(input), ...(causes === undefined ? {} : { causes: [...causes] }) },
  });
}

/** 403 Forbidden with cause NamespaceTerminating: nothing new is made in a namespace that is going away. */
export function namespaceTerminating(
  input: ObjectReference & { readonly namespace: string },
): StatusError {
  const { namespace } = input;
  return forbidden({
    ...input,
    message: `unable to create new content in namespace ${namespace} because it is being terminated`,
    causes: [
      {
        reason: "NamespaceTerminating",
        message: `namespace ${namespace} is being terminated`,
        field: "metadata.namespace",
      },
    ],
  });
}

/** 405 MethodNotAllowed: `delete is not supported on resources of kind "databases.example.com"`. */
export function methodNotSupported(input: {
  readonly resource: GroupResource;
  readonly action: string;
}): StatusError {
  const { resource, action } = input;
  return failure({
    code: 405,
    reason: "MethodNotAllowed",
    message: `${action} is not supported on resources of kind ${goQuote(qualifiedResource(resource))}`,
    details: { group: resource.group, kind: resource.resource },
  });
}

function objectText(input: ObjectReference): string {
  return `${qualifiedResource(input.resource)} ${goQuote(input.name)}`;
}

function detailsOf(input: ObjectReference): { group: string; kind: string; name: string } {
  return { group: input.resource.group, kind: input.resource.resource, name: input.name };
}
