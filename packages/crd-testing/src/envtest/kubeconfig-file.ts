import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Environment } from "./environment.js";
import { ExistingClusterError, errorCode } from "./errors.js";

const text = z.string().nullish();

/** The program that gives the credentials of a user. */
const execShape = z.looseObject({
  apiVersion: z.string(),
  command: z.string(),
  args: z.array(z.string()).nullish(),
  env: z.array(z.object({ name: z.string(), value: z.string() })).nullish(),
  installHint: text,
  provideClusterInfo: z.boolean().nullish(),
  interactiveMode: z.enum(["Never", "IfAvailable", "Always"]).nullish(),
});

/** The cluster of a kubeconfig. */
const clusterShape = z.looseObject({
  server: z.string(),
  "certificate-authority": text,
  "certificate-authority-data": text,
  "insecure-skip-tls-verify": z.boolean().nullish(),
  "tls-server-name": text,
  "proxy-url": text,
  extensions: z.array(z.looseObject({ name: z.string(), extension: z.unknown() })).nullish(),
});

/** The user of a kubeconfig. */
const userShape = z.looseObject({
  "client-certificate": text,
  "client-certificate-data": text,
  "client-key": text,
  "client-key-data": text,
  token: text,
  tokenFile: text,
  username: text,
  password: text,
  exec: execShape.nullish(),
});

const contextShape = z.looseObject({ cluster: z.string(), user: z.string().nullish() });

const fileShape = z.looseObject({
  "current-context": text,
  clusters: z.array(z.looseObject({ name: z.string(), cluster: clusterShape })).nullish(),
  users: z.array(z.looseObject({ name: z.string(), user: userShape.nullish() })).nullish(),
  contexts: z.array(z.looseObject({ name: z.string(), context: contextShape })).nullish(),
});

export type KubeconfigCluster = z.infer<typeof clusterShape>;
export type KubeconfigUser = z.infer<typeof userShape>;
export type KubeconfigExec = z.infer<typeof execShape>;

type File = z.infer<typeof fileShape>;

/** What the current context of kubeconfig files names; paths in it are absolute. */
export interface CurrentContext {
  readonly cluster: KubeconfigCluster;
  readonly user: KubeconfigUser;
  /** The files, for messages. */
  readonly origin: string;
}

/**
 * Reads the current context of the files that KUBECONFIG lists, or of ~/.kube/config. As kubectl does: of what several
 * files name, the first counts, and files that are not there are passed over. Undefined when there is no file at all.
 *
 * @throws ExistingClusterError when a file is no kubeconfig, or the context is not whole
 */
export function readCurrentContext(env: Environment): CurrentContext | undefined {
  const listed = (env["KUBECONFIG"] ?? "").split(delimiter).filter((path) => path !== "");
  const paths = listed.length > 0 ? listed : [join(env["HOME"] || homedir(), ".kube/config")];
  const files = paths.map(readFile).filter((file) => file !== undefined);
  if (files.length === 0) return undefined;
  const origin = paths.join(delimiter);
  const lost = (what: string): ExistingClusterError =>
    new ExistingClusterError(`the kubeconfig ${origin} has no ${what}`);
  const contextName = files.map((file) => file["current-context"]).find(Boolean);
  if (!contextName) throw lost("current context");
  const context = files
    .flatMap((file) => file.contexts ?? [])
    .find(({ name }) => name === contextName)?.context;
  if (context === undefined) throw lost(`context '${contextName}'`);
  const cluster = files
    .flatMap((file) => file.clusters ?? [])
    .find(({ name }) => name === context.cluster)?.cluster;
  if (cluster === undefined) throw lost(`cluster '${context.cluster}'`);
  const user = files.flatMap((file) => file.users ?? []).find(({ name }) => name === context.user);
  if (context.user && user === undefined) throw lost(`user '${context.user}'`);
  return { cluster, user: user?.user ?? {}, origin };
}

function readFile(path: string): File | undefined {
  let content: string;
  try {
    content = readFileSync(path, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw new ExistingClusterError(`cannot read the kubeconfig ${path}`, { cause: error });
  }
  try {
    return absolute({
      file: fileShape.parse(parse(content) ?? {}),
      folder: dirname(resolve(path)),
    });
  } catch (error) {
    const [issue] = error instanceof z.ZodError ? error.issues : [];
    const problem = issue
      ? `${issue.path.join(".") || "it"}: ${issue.message}`
      : String(error).split("\n", 1)[0];
    throw new ExistingClusterError(`${path} is not a kubeconfig: ${problem}`, { cause: error });
  }
}

const pathKeys = ["certificate-authority", "client-certificate", "client-key", "tokenFile"];

/** Paths in a kubeconfig are relative to its folder. */
function absolute(input: { readonly file: File; readonly folder: string }): File {
  const { file, folder } = input;
  const resolved = <T extends object>(value: T): T =>
    Object.fromEntries(
      Object.entries(value).map(([key, each]: [string, unknown]) =>
        pathKeys.includes(key) && typeof each === "string" && each !== ""
          ? [key, resolve(folder, each)]
          : [key, each],
      ),
    ) as T;
  return {
    ...file,
    clusters: file.clusters?.map((each) => ({ ...each, cluster: resolved(each.cluster) })),
    users: file.users?.map((each) => {
      const user = resolved(each.user ?? {});
      return { ...each, user: { ...user, exec: located({ exec: user.exec, folder }) } };
    }),
  };
}

/** A command with a slash in it is a path, too; a bare name is looked for in PATH. */
function located(input: {
  readonly exec: KubeconfigExec | null | undefined;
  readonly folder: string;
}): KubeconfigExec | undefined {
  const { exec, folder } = input;
  if (!exec) return undefined;
  const { command } = exec;
  return command.includes("/") ? { ...exec, command: resolve(folder, command) } : exec;
}
