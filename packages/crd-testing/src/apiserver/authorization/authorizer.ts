import type { User } from "../http.js";

/** What a request is about to do; authorizer.Attributes of apiserver. */
export interface Attributes {
  readonly user: User;
  /** `get`, `list`, `watch`, `create` ... for resources; the lower-case HTTP method for other paths. */
  readonly verb: string;
  /** False: `path` says what is asked for, and the resource members are empty. */
  readonly isResourceRequest: boolean;
  readonly path: string;
  readonly group: string;
  readonly version: string;
  readonly resource: string;
  readonly subresource: string;
  /** `""` for cluster-scoped resources and for all namespaces. */
  readonly namespace: string;
  readonly name: string;
}

/** What an authorizer says. */
export interface Decision {
  readonly allowed: boolean;
  /** Follows the server's text in the Status of a refusal. */
  readonly reason?: string | undefined;
}

/** Decides whether a request may go on. Members of `system:masters` are never asked about. */
export type Authorizer = (attributes: Attributes) => Decision | Promise<Decision>;

/** Allows everything. */
export const alwaysAllow: Authorizer = () => ({ allowed: true });
