/**
 * A program that gives credentials: a client-go credential plugin. The names are those of client-go's `ExecConfig`, and of
 * `exec` of a kubeconfig's user. It runs when a request needs credentials, with what it writes to standard error going to
 * that of this process. What it gives is kept until it expires, or until the server answers with 401.
 *
 * @example
 * const execProvider: ExecConfig = {
 *   apiVersion: "client.authentication.k8s.io/v1",
 *   command: "aws",
 *   args: ["eks", "get-token", "--cluster-name", "orders"],
 *   interactiveMode: "Never",
 * };
 */
export interface ExecConfig {
  /** Of what the plugin is asked and answers: `client.authentication.k8s.io/v1` or `.../v1beta1`. */
  readonly apiVersion: string;
  /** A path, or a name that is looked for in PATH. */
  readonly command: string;
  readonly args?: readonly string[] | undefined;
  /** Added to the environment of this process. */
  readonly env?: readonly ExecEnvVar[] | undefined;
  /** Stands in the error when there is no such program. */
  readonly installHint?: string | undefined;
  /** Tells the plugin of the server: address, certificate authority, proxy, and `config`. */
  readonly provideClusterInfo?: boolean | undefined;
  /** What else the plugin is to know of the cluster. No secrets. */
  readonly config?: unknown;
  /** Needed with `v1`; with `v1beta1` the default is `IfAvailable`. */
  readonly interactiveMode?: ExecInteractiveMode | undefined;
  /** This process needs its standard input for something else. */
  readonly stdinUnavailable?: boolean | undefined;
}

/** A variable of a plugin's environment. */
export interface ExecEnvVar {
  readonly name: string;
  readonly value: string;
}

/** Whether a plugin gets this process's standard input: when it is a terminal, or the plugin fails without one. */
export type ExecInteractiveMode = "Never" | "IfAvailable" | "Always";
