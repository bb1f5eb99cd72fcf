import { apiServerArgs, fixedPort } from "./api-server-args.js";
import type { Assets } from "./assets.js";
import { awaitReady } from "./await-ready.js";
import { createAuthority, createServiceAccountKey, type KeyPair } from "./certificates.js";
import {
  type ApiServerProgram,
  type ApiServerStartOptions,
  type ControlPlaneProgram,
  Program,
} from "./control-plane-program.js";
import type { Environment } from "./environment.js";
import { ControlPlaneFailed } from "./errors.js";
import { etcdArgs } from "./etcd-args.js";
import { freePort } from "./free-port.js";
import { kubeconfigText } from "./kubeconfig.js";
import { RunFolder } from "./run-folder.js";
import { type ServerProcess, startProcess } from "./server-process.js";
import type { ResolvedSettings } from "./settings.js";

/** A running kube-apiserver with its etcd. */
export interface ControlPlane {
  /** File with the kubeconfig of a cluster administrator; readable by this user only, gone after stop. */
  readonly kubeconfigPath: string;
  readonly kubeconfig: string;
  /** `https://127.0.0.1:<port>` */
  readonly url: string;
  /** The authority that signed the server's certificate, PEM: the one of now, after a start with a new one. */
  readonly certificateAuthority: string;
  /** The administrator's client certificate. */
  readonly administrator: KeyPair;
  /** kubectl of the same origin, where there is one. */
  readonly kubectl: string | undefined;
  /** Where the programs were found. */
  readonly origin: string;
  /** For tests of outages. */
  readonly apiServer: ApiServerProgram;
  /** For tests of outages. Its data is in the folder `etcd` beside the kubeconfig. */
  readonly etcd: ControlPlaneProgram;
  /** Makes a client certificate: the server knows its holder by this name and these groups. */
  issueUser(user: { readonly name: string; readonly groups: readonly string[] }): KeyPair;
  /** Writes a file that only this user reads and that goes with the control plane. Returns its path. */
  write(file: { readonly name: string; readonly text: string }): string;
  /** Stops kube-apiserver, then etcd, and removes every file. Further calls wait for the same. */
  stop(): Promise<void>;
}

interface LaunchInput {
  readonly assets: Assets;
  readonly env: Environment;
  readonly settings: ResolvedSettings;
}

/** Starts both servers in a temporary folder of their own. */
export async function launch(input: LaunchInput): Promise<ControlPlane> {
  const run = new Run(input);
  try {
    return await run.start(input.assets);
  } catch (error) {
    await run.stop();
    throw error;
  }
}

const files = {
  authority: "ca.crt",
  certificate: "apiserver.crt",
  key: "apiserver.key",
  serviceAccountKey: "sa.key",
} as const;
/**
 * Private keys: kube-apiserver has them in memory when it is ready. It looks for its own again every minute, and logs that it is
 * gone.
 */
const discarded = [files.key, files.serviceAccountKey];

/** One temporary folder with the programs that run in it. */
class Run {
  readonly #env: Environment;
  readonly #settings: ResolvedSettings;
  readonly #folder: RunFolder;
  readonly #etcd: Program;
  readonly #apiServer: Program;
  readonly #clientAuthority = createAuthority("controlplane");
  readonly #administrator = this.#clientAuthority.issue({
    usage: "client",
    commonName: "admin",
    organizations: ["system:masters"],
  });
  readonly #serviceAccountKey = createServiceAccountKey();
  #servingAuthority = this.#clientAuthority;
  #port = 0;
  #stopped: Promise<void> | undefined;

  constructor(input: LaunchInput) {
    const { env, assets, settings } = input;
    this.#env = env;
    this.#settings = settings;
    this.#folder = new RunFolder({
      env,
      onExit: () => {
        for (const program of this.#stopOrder) program.running?.kill();
      },
    });
    this.#etcd = new Program({
      name: "etcd",
      spawn: () =>
        this.#spawn({ program: assets.etcd, args: etcdArgs(this.#folder.path), log: "server-0" }),
    });
    this.#apiServer = new Program({
      name: "kube-apiserver",
      spawn: () =>
        this.#spawn({
          program: assets.kubeApiserver,
          args: this.#apiServerArgs(),
          log: "server-1",
        }),
    });
  }

  async start(assets: Assets): Promise<ControlPlane> {
    await this.#etcd.spawn();
    this.#port = fixedPort(this.#settings.apiServerArgs) ?? (await freePort());
    await this.#apiServer.spawn();
    await this.#ready(this.#settings.signal);
    const run = this;
    return {
      url: this.#url,
      get certificateAuthority() {
        return run.#servingAuthority.certificate;
      },
      administrator: this.#administrator,
      get kubeconfig() {
        return run.#kubeconfig;
      },
      kubeconfigPath: this.#writeKubeconfig(),
      kubectl: assets.kubectl,
      origin: assets.origin,
      etcd: this.#etcd.control(() => this.#restart(this.#etcd)),
      apiServer: this.#apiServer.control((options?: ApiServerStartOptions) =>
        this.#restartApiServer(options),
      ),
      issueUser: ({ name, groups }) =>
        this.#clientAuthority.issue({ usage: "client", commonName: name, organizations: groups }),
      write: (file) => this.#folder.write(file),
      stop: () => this.stop(),
    };
  }

  stop(): Promise<void> {
    this.#stopped ??= (async () => {
      // A paused program hears nothing, and the other one waits for it.
      for (const { running } of this.#stopOrder) running?.signal("SIGCONT");
      if (this.#etcd.running === undefined) await this.#apiServer.kill();
      for (const { running } of this.#stopOrder) await running?.stop(this.#settings.stopTimeoutMs);
      this.#folder.remove();
    })();
    return this.#stopped;
  }

  /** Without etcd, kube-apiserver hangs for a minute after SIGTERM: it is stopped first. */
  get #stopOrder(): readonly Program[] {
    return [this.#apiServer, this.#etcd];
  }

  get #url(): string {
    return `https://127.0.0.1:${this.#port}`;
  }

  get #kubeconfig(): string {
    return kubeconfigText({
      url: this.#url,
      certificateAuthority: this.#servingAuthority.certificate,
      user: { name: "admin", ...this.#administrator },
    });
  }

  #writeKubeconfig(): string {
    return this.#folder.write({ name: "kubeconfig", text: this.#kubeconfig });
  }

  async #restart(program: Program): Promise<void> {
    if (this.#stopped !== undefined) throw new ControlPlaneFailed("the control plane was stopped");
    await program.spawn();
    if (this.#etcd.running !== undefined && this.#apiServer.running !== undefined) {
      await this.#ready(undefined);
    }
  }

  async #restartApiServer(options: ApiServerStartOptions = {}): Promise<void> {
    const { servingAuthority = "same" } = options;
    if (servingAuthority === "new" && this.#apiServer.running === undefined) {
      this.#servingAuthority = createAuthority("controlplane");
      this.#writeKubeconfig();
    }
    await this.#restart(this.#apiServer);
  }

  async #spawn(input: {
    readonly program: string;
    readonly args: readonly string[];
    readonly log: string;
  }): Promise<ServerProcess> {
    const { program, args, log } = input;
    const { attachOutput } = this.#settings;
    const logFile = this.#folder.join(`${log}.log`);
    const server = await startProcess({ program, args, env: this.#env, logFile, attachOutput });
    const others = this.#stopOrder.flatMap(({ running }) => running ?? []);
    this.#folder.record([...others, server].map(({ identity }) => identity));
    return server;
  }

  /** The command line, and the files that it names. */
  #apiServerArgs(): readonly string[] {
    const hosts = ["localhost", "127.0.0.1"];
    const serving = this.#servingAuthority.issue({
      usage: "server",
      commonName: "kube-apiserver",
      hosts,
    });
    const write = (name: string, text: string): string => this.#folder.write({ name, text });
    return apiServerArgs({
      args: this.#settings.apiServerArgs,
      places: {
        etcd: `unix://${this.#folder.join("etcd.sock")}`,
        port: this.#port,
        certificateFolder: this.#folder.join("certificates"),
        servingCertificate: write(files.certificate, serving.certificate),
        servingKey: write(files.key, serving.privateKey),
        clientAuthority: write(files.authority, this.#clientAuthority.certificate),
        serviceAccountKey: write(files.serviceAccountKey, this.#serviceAccountKey),
      },
    });
  }

  async #ready(signal: AbortSignal | undefined): Promise<void> {
    await awaitReady({
      servers: this.#stopOrder.flatMap(({ server }) => server ?? []).toReversed(),
      endpoint: {
        url: this.#url,
        certificateAuthority: this.#servingAuthority.certificate,
        user: this.#administrator,
      },
      settings: this.#settings,
      signal,
    });
    this.#folder.discard(discarded);
  }
}
