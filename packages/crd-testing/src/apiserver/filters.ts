import type { Authenticator } from "./authentication/authenticator.js";
import { impersonate } from "./authentication/impersonation.js";
import { authorize } from "./authorization/authorize.js";
import type { Attributes, Authorizer } from "./authorization/authorizer.js";
import { ConnectionBroken } from "./doors/connection-broken.js";
import type { Faults } from "./faults/faults.js";
import type { Handler, ServerResponse, User } from "./http.js";
import { type RequestInfo, requestInfoOf } from "./request/request-info.js";
import { statusResponse, unauthorized } from "./status/index.js";

/**
 * What every request passes before it is carried out, in kube-apiserver's order: who calls, as whom, and whether they may.
 * Faults come first: they stand for the network and for the server as a whole. The handler rejects with ConnectionBroken alone.
 */
export function filtered(input: {
  readonly handler: Handler;
  readonly faults: Faults;
  readonly authenticator: Authenticator;
  readonly authorizer: Authorizer;
}): Handler {
  const { handler, faults, authenticator, authorizer } = input;
  const secured: Handler = async (request) => {
    const caller = authenticator.authenticate(request);
    if (caller === undefined) return statusResponse(unauthorized());
    const info = requestInfoOf(request);
    const allow = (attributes: Attributes): Promise<void> => authorize({ attributes, authorizer });
    const user = await impersonate({ headers: request.headers, caller, allow });
    await allow(attributesOf({ info, user }));
    return await handler({ ...request, user });
  };
  return async (request) =>
    await answered(faults.intercept({ request, target: requestInfoOf(request), next: secured }));
}

async function answered(response: Promise<ServerResponse>): Promise<ServerResponse> {
  try {
    return await response;
  } catch (error) {
    if (error instanceof ConnectionBroken) throw error;
    return statusResponse(error);
  }
}

function attributesOf(input: { readonly info: RequestInfo; readonly user: User }): Attributes {
  const { info, user } = input;
  const { verb, isResourceRequest, path, group, version, resource, subresource } = info;
  const { namespace, name } = info;
  return {
    user,
    verb,
    isResourceRequest,
    path,
    group,
    version,
    resource,
    subresource,
    namespace,
    name,
  };
}
