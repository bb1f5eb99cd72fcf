import { isatty } from "node:tty";
import { abortable } from "../../../clock/abortable.js";
import { type Clock, systemClock } from "../../../clock/index.js";
import type { RestConfig } from "../../config.js";
import {
  type CredentialSource,
  type Credentials,
  sameTls,
  type TlsMaterial,
} from "../credentials.js";
import { type CheckedExecConfig, checkedExecConfig, isInteractive } from "./checked-config.js";
import {
  decodeExecCredential,
  type ExecCluster,
  type ExecCredentialStatus,
  execInfo,
} from "./exec-credential.js";
import { runPlugin } from "./run-plugin.js";

/** Milliseconds before their expiration at which credentials are no longer used: a request takes time, and clocks differ. */
const leewayMs = 5_000;

/** A plugin at work, and how many calls wait for it. */
interface Run {
  readonly status: Promise<ExecCredentialStatus>;
  readonly controller: AbortController;
  waiting: number;
}

/**
 * Credentials of an exec plugin, on top of what else a configuration says. They are kept until they expire or are refused;
 * calls at the same moment share one run of the plugin, which is killed when none of them waits any more. Follows client-go's
 * `plugin/pkg/client/auth/exec`: the answer 401 stands, and the next call has new credentials.
 */
export class ExecCredentials implements CredentialSource {
  readonly #config: RestConfig;
  readonly #exec: CheckedExecConfig;
  readonly #base: CredentialSource;
  readonly #clock: Clock;
  readonly #stdinIsTerminal: () => boolean;
  /** From what each of the credentials was made that are out. */
  readonly #origins = new WeakMap<Credentials, ExecCredentialStatus>();
  #kept: ExecCredentialStatus | undefined;
  #run: Run | undefined;
  #tls: TlsMaterial | undefined;

  /** @throws ConfigError when `execProvider` is not as it should be */
  constructor(input: {
    readonly config: RestConfig;
    /** All but the credentials: certificate authority, impersonation. */
    readonly base: CredentialSource;
    readonly stdinIsTerminal?: (() => boolean) | undefined;
  }) {
    const { config, base, stdinIsTerminal = () => isatty(0) } = input;
    this.#config = config;
    this.#exec = checkedExecConfig(config.execProvider);
    this.#base = base;
    this.#clock = config.clock ?? systemClock;
    this.#stdinIsTerminal = stdinIsTerminal;
  }

  async get(signal?: AbortSignal): Promise<Credentials> {
    const base = await this.#base.get(signal);
    const status = this.#fresh() ?? (await this.#next({ tls: base.tls, signal }));
    const { token, cert, key } = status;
    const credentials: Credentials = {
      headers:
        token === undefined ? base.headers : { ...base.headers, authorization: `Bearer ${token}` },
      tls: this.#stable(cert === undefined ? base.tls : { ...base.tls, cert, key }),
    };
    this.#origins.set(credentials, status);
    return credentials;
  }

  /** Others may have been refused already, and new ones fetched: those stay. */
  refused(credentials: Credentials): void {
    this.#base.refused(credentials);
    if (this.#origins.get(credentials) === this.#kept) {
      this.#kept = undefined;
    }
  }

  untrusted(): void {
    this.#base.untrusted();
  }

  #fresh(): ExecCredentialStatus | undefined {
    const { expiresAt = Number.POSITIVE_INFINITY } = this.#kept ?? {};
    return this.#clock.now() < expiresAt - leewayMs ? this.#kept : undefined;
  }

  async #next(input: {
    readonly tls: TlsMaterial;
    readonly signal: AbortSignal | undefined;
  }): Promise<ExecCredentialStatus> {
    const { tls, signal } = input;
    signal?.throwIfAborted();
    this.#run ??= this.#start(tls);
    const run = this.#run;
    run.waiting += 1;
    try {
      return await abortable({ promise: run.status, signal });
    } finally {
      run.waiting -= 1;
      if (run.waiting === 0) {
        this.#ended(run);
        run.controller.abort();
      }
    }
  }

  #start(tls: TlsMaterial): Run {
    const controller = new AbortController();
    const run: Run = {
      status: this.#fetch({ tls, signal: controller.signal }),
      controller,
      waiting: 0,
    };
    run.status.then(
      (status) => {
        this.#kept = status;
        this.#ended(run);
      },
      () => this.#ended(run),
    );
    return run;
  }

  #ended(run: Run): void {
    if (this.#run === run) {
      this.#run = undefined;
    }
  }

  async #fetch(input: {
    readonly tls: TlsMaterial;
    readonly signal: AbortSignal;
  }): Promise<ExecCredentialStatus> {
    const { tls, signal } = input;
    const exec = this.#exec;
    const interactive = isInteractive({ exec, stdinIsTerminal: this.#stdinIsTerminal });
    const info = execInfo({ exec, interactive, cluster: this.#cluster(tls) });
    const output = await runPlugin({ exec, info, interactive, signal, clock: this.#clock });
    return decodeExecCredential({ exec, output });
  }

  #cluster(tls: TlsMaterial): ExecCluster {
    const { host, proxy, disableCompression } = this.#config;
    const { ca, serverName, rejectUnauthorized } = tls;
    const isSingle = typeof ca === "string" || ca instanceof Uint8Array;
    return {
      server: host,
      "tls-server-name": serverName,
      "insecure-skip-tls-verify": rejectUnauthorized === false || undefined,
      "certificate-authority-data": isSingle ? Buffer.from(ca).toString("base64") : undefined,
      "proxy-url": proxy || undefined,
      "disable-compression": disableCompression || undefined,
      config: this.#exec.config,
    };
  }

  /** The same object while the material is the same: connections hang on it. */
  #stable(tls: TlsMaterial): TlsMaterial {
    if (this.#tls === undefined || !sameTls(this.#tls, tls)) {
      this.#tls = tls;
    }
    return this.#tls;
  }
}
