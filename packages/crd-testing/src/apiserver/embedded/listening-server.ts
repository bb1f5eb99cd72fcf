import type { RestConfig } from "crd-runtime";
import { type Authority, createAuthority } from "../../envtest/certificates.js";
import { kubeconfigText } from "../../envtest/kubeconfig.js";
import { Listener } from "../doors/listener.js";
import type { Handler } from "../http.js";
import type { ListenOptions } from "./options.js";
import type { EmbeddedUserOptions } from "./users.js";

const administrator: Required<EmbeddedUserOptions> = {
  name: "kubernetes-admin",
  groups: ["system:masters"],
};

/** The HTTP(S) door of an embedded server, as long as it is open. */
export class ListeningServer implements AsyncDisposable {
  readonly #listener: Listener;
  readonly #authority: Authority | undefined;

  private constructor(input: {
    readonly listener: Listener;
    readonly authority: Authority | undefined;
  }) {
    this.#listener = input.listener;
    this.#authority = input.authority;
  }

  /**
   * Opens the door. Certificates are made for it, and are on no disk.
   *
   * @throws ListenError when the port is taken, or the address is none of this machine
   */
  static async open(
    options: ListenOptions & { readonly handler: Handler },
  ): Promise<ListeningServer> {
    const { handler, host = "127.0.0.1", port = 0, tls = true } = options;
    const authority = tls ? createAuthority("crd-testing") : undefined;
    const names = [...new Set([host, "localhost", "127.0.0.1"])];
    const serving = authority?.issue({
      usage: "server",
      commonName: "kube-apiserver",
      hosts: names,
    });
    try {
      const listener = await Listener.listen({
        handler,
        host,
        port,
        tls:
          serving === undefined || authority === undefined
            ? undefined
            : { ...serving, clientAuthority: authority.certificate },
      });
      return new ListeningServer({ listener, authority });
    } catch (cause) {
      throw new ListenError({ host, port, cause });
    }
  }

  /** `https://127.0.0.1:6443` */
  get url(): string {
    return this.#listener.url;
  }

  /** For clients in other processes, and for this one through a socket, as an administrator. */
  get config(): RestConfig {
    return this.configFor(administrator);
  }

  /** A kubeconfig of an administrator with everything in it. */
  get kubeconfig(): string {
    return this.kubeconfigFor(administrator);
  }

  /** The same as another user, who is known by a client certificate; over plain HTTP everybody is anonymous. */
  configFor(user: EmbeddedUserOptions): RestConfig {
    // A proxy has no business on this machine.
    const config: RestConfig = { host: this.url, proxy: "" };
    if (this.#authority === undefined) return config;
    const { certificate, privateKey } = issue({ authority: this.#authority, user });
    return {
      ...config,
      tlsClientConfig: {
        caData: this.#authority.certificate,
        certData: certificate,
        keyData: privateKey,
      },
    };
  }

  /** @throws Error over plain HTTP, where no user can be told from another */
  kubeconfigFor(user: EmbeddedUserOptions): string {
    const authority = this.#authority;
    if (authority === undefined) {
      throw new Error("over plain HTTP nobody can show who they are: listen with tls");
    }
    return kubeconfigText({
      url: this.url,
      certificateAuthority: authority.certificate,
      user: { name: user.name, ...issue({ authority, user }) },
    });
  }

  /** Resets every connection; new ones are taken. */
  resetConnections(): void {
    this.#listener.resetConnections();
  }

  /** Refuses connections until the function that this returns is called; the port stays the same. */
  async refuseConnections(): Promise<() => Promise<void>> {
    const { reopen } = await this.#listener.refuse();
    return reopen;
  }

  /** Closes the door, and every connection. The server goes on. */
  async close(): Promise<void> {
    await this.#listener.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}

/** Nobody can listen there. */
export class ListenError extends Error {
  override readonly name = "ListenError";
  /** Node's code: `EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`. */
  readonly code: string;

  constructor(input: { readonly host: string; readonly port: number; readonly cause: unknown }) {
    const { host, port, cause } = input;
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    super(`cannot listen at ${host}:${port}: ${explain({ code, cause })}`, { cause });
    this.code = code;
  }
}

function explain(input: { readonly code: string; readonly cause: unknown }): string {
  switch (input.code) {
    case "EADDRINUSE":
      return "another program has the port; leave it out to get a free one";
    case "EACCES":
      return "ports below 1024 need privileges; leave it out to get a free one";
    case "EADDRNOTAVAIL":
      return "that is no address of this machine";
    default:
      return input.cause instanceof Error ? input.cause.message : String(input.cause);
  }
}

function issue(input: { readonly authority: Authority; readonly user: EmbeddedUserOptions }) {
  const { name, groups = [] } = input.user;
  return input.authority.issue({ usage: "client", commonName: name, organizations: groups });
}
