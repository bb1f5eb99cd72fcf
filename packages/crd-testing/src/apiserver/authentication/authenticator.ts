import type { ServerRequest, User } from "../http.js";
import { allAuthenticated } from "./groups.js";

/** Finds out who makes a request; undefined: nobody that the server knows, the answer is 401. */
export interface Authenticator {
  authenticate(request: ServerRequest): User | undefined;
}

const anonymous: User = { name: "system:anonymous", groups: ["system:unauthenticated"] };
const bearer = /^bearer +(.*)$/i;

/**
 * Client certificates and bearer tokens, as kube-apiserver has them: a certificate's CN is the user and its O the groups, a
 * token that is wrong is 401, and no credentials at all are `system:anonymous`.
 */
export class RequestAuthenticator implements Authenticator {
  readonly #tokens = new Map<string, User>();

  addToken(input: { readonly token: string; readonly user: User }): void {
    this.#tokens.set(input.token, input.user);
  }

  /** Whose token it is; undefined: nobody's. */
  userOf(token: string): User | undefined {
    return this.#tokens.get(token);
  }

  authenticate(request: ServerRequest): User | undefined {
    const { clientCertificate, headers } = request;
    if (request.user !== undefined) return request.user;
    if (clientCertificate !== undefined) {
      return allAuthenticated({
        name: clientCertificate.commonName,
        groups: clientCertificate.organizations,
      });
    }
    const { authorization } = headers;
    if (typeof authorization !== "string" || authorization === "") return anonymous;
    const token = bearer.exec(authorization)?.[1]?.trim();
    // As the server: what is no bearer token is no credential of ours.
    if (token === undefined || token === "") return anonymous;
    const user = this.#tokens.get(token);
    return user === undefined ? undefined : allAuthenticated(user);
  }
}
