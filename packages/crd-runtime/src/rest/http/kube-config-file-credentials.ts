import { readFile } from "node:fs/promises";
import { type Clock, systemClock } from "../../clock/index.js";
import type { KubeConfigLike } from "../kube-config.js";
import { freshMs } from "./config-credentials.js";
import {
  type CredentialSource,
  type Credentials,
  sameTls,
  type TlsMaterial,
} from "./credentials.js";
import { KubeConfigCredentials } from "./kube-config-credentials.js";

/**
 * The credentials of a kubeconfig file, which is looked at again when a minute has passed and after a 401, as token files
 * are. One that is half written, or has lost the user or the server, keeps what was read last.
 */
export class KubeConfigFileCredentials implements CredentialSource {
  readonly #path: string;
  readonly #load: () => KubeConfigLike;
  readonly #server: string;
  readonly #user: string | undefined;
  readonly #clock: Clock;
  /** Which of the present source each of the credentials was that are out. */
  readonly #origins = new WeakMap<Credentials, Credentials>();
  #source: CredentialSource;
  #content: string | undefined;
  #freshUntil = 0;
  #looking: Promise<void> | undefined;
  #tls: TlsMaterial | undefined;

  constructor(input: {
    readonly path: string;
    /** Reads the file as the context that these credentials are for. */
    readonly load: () => KubeConfigLike;
    /** As it was loaded first. */
    readonly config: KubeConfigLike;
    readonly server: string;
    readonly clock?: Clock | undefined;
  }) {
    const { path, load, config, server, clock = systemClock } = input;
    this.#path = path;
    this.#load = load;
    this.#server = server;
    this.#user = config.getCurrentUser?.()?.name;
    this.#clock = clock;
    this.#source = new KubeConfigCredentials({ config, server });
  }

  async get(signal?: AbortSignal): Promise<Credentials> {
    if (this.#clock.monotonic() >= this.#freshUntil) {
      this.#looking ??= this.#look().finally(() => {
        this.#looking = undefined;
      });
      await this.#looking;
    }
    const given = await this.#source.get(signal);
    if (this.#tls === undefined || !sameTls(this.#tls, given.tls)) this.#tls = given.tls;
    // The same object while the material is the same: connections hang on it.
    const credentials = { headers: given.headers, tls: this.#tls };
    this.#origins.set(credentials, given);
    return credentials;
  }

  refused(credentials: Credentials): void {
    this.#source.refused(this.#origins.get(credentials) ?? credentials);
    this.#outdated();
  }

  untrusted(): void {
    this.#source.untrusted();
    this.#outdated();
  }

  #outdated(): void {
    this.#freshUntil = Math.min(this.#freshUntil, this.#clock.monotonic());
  }

  async #look(): Promise<void> {
    try {
      const content = await readFile(this.#path, "utf8");
      if (content !== this.#content) {
        this.#source = this.#sourceOf(this.#load());
        this.#content = content;
      }
    } catch {
      // It is being written, most likely: what was read last serves until it can be read.
    }
    this.#freshUntil = this.#clock.monotonic() + freshMs;
  }

  /** Credentials of one user must not go to another server, nor those of another user to this one. */
  #sourceOf(config: KubeConfigLike): CredentialSource {
    const isSame =
      config.getCurrentCluster()?.server === this.#server &&
      config.getCurrentUser?.()?.name === this.#user;
    if (!isSame) throw new Error("the context is another one");
    return new KubeConfigCredentials({ config, server: this.#server });
  }
}
