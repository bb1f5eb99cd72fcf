import type { Clock } from "crd-runtime";
import type { User } from "../http.js";
import type { QueryValues } from "../request/query.js";
import type { Warnings } from "../request/warnings.js";
import type { ApiResource } from "../resources/resource.js";
import type { GroupResource } from "../status/index.js";
import type { FieldManagers } from "./field-managers.js";
import type { ObjectStore } from "./object-store.js";
import type { Random } from "./random.js";

/** Whether namespaces let objects be made in them. */
export interface NamespaceLifecycle {
  /**
   * Checks that an object may be created in a namespace.
   *
   * @throws StatusError 404 when there is no such namespace, 403 with cause NamespaceTerminating when it is going away
   */
  check(input: {
    readonly namespace: string;
    readonly verb: "create";
    /** The object that is to be created, for the text of the refusal. */
    readonly resource: GroupResource;
    readonly name: string;
  }): void;
}

/** What the verbs work on; registry.Store of apiserver. */
export interface Registry {
  readonly store: ObjectStore;
  readonly clock: Clock;
  readonly random: Random;
  readonly namespaces: NamespaceLifecycle;
  readonly managers: FieldManagers;
}

/** A request for one resource; RequestScope and RequestInfo of apiserver, as far as verbs need them. */
export interface ResourceRequest {
  readonly resource: ApiResource;
  /** `""` for cluster-scoped resources and for all namespaces. */
  readonly namespace: string;
  /** `""` when the request names no object. */
  readonly name: string;
  /** `""`, `status`, `scale` or one of the resource's own. */
  readonly subresource: string;
  readonly query: QueryValues;
  readonly body: Uint8Array;
  /** The Content-Type header; `""` when there is none. */
  readonly contentType: string;
  readonly userAgent: string;
  readonly user: User;
  readonly signal: AbortSignal;
  readonly warnings: Warnings;
}
