import type { RestConfig } from "crd-runtime";

/** Whom the server is to know. */
export interface EmbeddedUserOptions {
  readonly name: string;
  /** None unless given; `system:masters` may do everything. */
  readonly groups?: readonly string[] | undefined;
}

/** A user of an embedded server. */
export interface EmbeddedUser {
  readonly name: string;
  readonly groups: readonly string[];
  /** Bearer token, for clients that come through HTTP. */
  readonly token: string;
  /** For clients in this process. */
  readonly config: RestConfig;
}
