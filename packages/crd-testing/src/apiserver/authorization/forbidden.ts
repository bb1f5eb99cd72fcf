import { forbidden, goQuote, type StatusError } from "../status/index.js";
import type { Attributes } from "./authorizer.js";

/** 403 of a request that the authorizer refuses, in the server's words. */
export function forbiddenRequest(input: {
  readonly attributes: Attributes;
  readonly reason: string | undefined;
}): StatusError {
  const { attributes, reason } = input;
  const { group, resource, name, isResourceRequest } = attributes;
  const text = isResourceRequest ? resourceText(attributes) : pathText(attributes);
  return forbidden({
    resource: isResourceRequest ? { group, resource } : { group: "", resource: "" },
    name: isResourceRequest ? name : "",
    message: reason ? `${text}: ${reason}` : text,
  });
}

function pathText({ user, verb, path }: Attributes): string {
  return `User ${goQuote(user.name)} cannot ${verb} path ${goQuote(path)}`;
}

function resourceText(attributes: Attributes): string {
  const { user, verb, resource, subresource, group, namespace } = attributes;
  const what = subresource === "" ? resource : `${resource}/${subresource}`;
  const where =
    namespace === "" ? "at the cluster scope" : `in the namespace ${goQuote(namespace)}`;
  return `User ${goQuote(user.name)} cannot ${verb} resource ${goQuote(what)} in API group ${goQuote(group)} ${where}`;
}
