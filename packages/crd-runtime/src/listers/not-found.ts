import { formatGroupResource, type GroupResource } from "../meta/index.js";
import { ApiError } from "../rest/index.js";

/** The error that the API server answers with for an object that does not exist. */
export function notFoundError(input: {
  readonly resource: GroupResource;
  readonly name: string;
}): ApiError {
  const { resource, name } = input;
  return new ApiError({
    apiVersion: "v1",
    kind: "Status",
    metadata: {},
    status: "Failure",
    message: `${formatGroupResource(resource)} "${name}" not found`,
    reason: "NotFound",
    details: {
      name,
      ...(resource.group === "" ? {} : { group: resource.group }),
      kind: resource.resource,
    },
    code: 404,
  });
}
