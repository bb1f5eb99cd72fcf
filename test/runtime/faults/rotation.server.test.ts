import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isConnectionError, isForbidden, RestClient, type RestConfig } from "crd-runtime";
import { expect, it, onTestFinished } from "vitest";
import type { ControlPlane } from "../../controlplane/index.js";
import { configOf, describeOnOwnServer } from "../../controlplane/own-server.js";
import { temporaryFolder } from "../../process/temporary-folder.js";
import { startFaultProxy } from "./fault-proxy.js";
import { until } from "./until.js";
import { connect, watching } from "./watching.js";

/** Milliseconds after which files are read again. */
const freshMs = 60_000;

type KeyPair = ControlPlane["administrator"];

interface Files {
  readonly config: RestConfig;
  /** Writes a certificate with its key, and the authority of the server as it is now. */
  write(user: KeyPair): void;
}

/** The credentials of a control plane in files, as mounted secrets have them. */
function filesOf(controlPlane: ControlPlane): Files {
  const folder = temporaryFolder();
  const inFolder = (name: string): string => join(folder, name);
  const replace = (path: string, text: string): void => {
    writeFileSync(`${path}.new`, text, { mode: 0o600 });
    renameSync(`${path}.new`, path);
  };
  const paths = {
    caFile: inFolder("ca.crt"),
    certFile: inFolder("tls.crt"),
    keyFile: inFolder("tls.key"),
  };
  return {
    config: { host: controlPlane.url, proxy: "", tlsClientConfig: paths },
    write: ({ certificate, privateKey }) => {
      replace(paths.caFile, controlPlane.certificateAuthority);
      replace(paths.certFile, certificate);
      replace(paths.keyFile, privateKey);
    },
  };
}

/** A user who may do everything until that is revoked. */
async function administratorOf(input: {
  readonly controlPlane: ControlPlane;
  readonly name: string;
}): Promise<{ readonly user: KeyPair; revoke(): Promise<void> }> {
  const { controlPlane, name } = input;
  const config = configOf(controlPlane);
  const rest = RestClient.forConfig(config);
  const group = "rbac.authorization.k8s.io";
  const path = `/apis/${group}/v1/clusterrolebindings`;
  const body = {
    metadata: { name },
    roleRef: { apiGroup: group, kind: "ClusterRole", name: "cluster-admin" },
    subjects: [{ apiGroup: group, kind: "User", name }],
  };
  await rest.request({ method: "POST", path, body });
  const user = controlPlane.issueUser({ name, groups: [] });
  const { caData } = config.tlsClientConfig ?? {};
  const tlsClientConfig = { caData, certData: user.certificate, keyData: user.privateKey };
  const own = connect({ ...config, tlsClientConfig });
  const isAllowed = async (): Promise<boolean> => {
    try {
      await own.list();
      return true;
    } catch (error) {
      if (isForbidden(error)) return false;
      throw error;
    }
  };
  await until("it is allowed", isAllowed);
  return {
    user,
    revoke: async () => {
      await rest.request({ method: "DELETE", path: `${path}/${name}` });
      await until("it is forbidden", async () => !(await isAllowed()));
    },
  };
}

describeOnOwnServer({ title: "informers whose certificates rotate" }, (controlPlane) => {
  it("connect with a new client certificate when its files have changed", async () => {
    const files = filesOf(controlPlane());
    const before = await administratorOf({ controlPlane: controlPlane(), name: "before" });
    const after = await administratorOf({ controlPlane: controlPlane(), name: "after" });
    files.write(before.user);
    const truth = connect(configOf(controlPlane()));
    const proxy = await startFaultProxy(Number(new URL(files.config.host).port));
    onTestFinished(() => proxy.close());
    const host = `https://127.0.0.1:${proxy.port}`;
    const watch = await watching({ config: { ...files.config, host }, truth });
    const { relists } = watch;

    files.write(after.user);
    await before.revoke();
    await truth.create({ metadata: { name: "a" } });
    await watch.converges();
    watch.clock.leap(freshMs);
    proxy.reset();
    await truth.create({ metadata: { name: "b" } });
    await watch.converges();
    expect(watch.relists).toBe(relists);
    await watch.stop();
  });

  it.each(["same", "new"] as const)(
    "trust a server that comes back with another certificate of the %s authority",
    async (servingAuthority) => {
      const { apiServer } = controlPlane();
      const files = filesOf(controlPlane());
      files.write(controlPlane().administrator);
      const truth = connect(configOf(controlPlane()));
      await truth.create({ metadata: { name: `${servingAuthority}-a` } });
      const watch = await watching({ config: files.config, truth });

      await apiServer.kill();
      await apiServer.start({ servingAuthority });
      const now = connect(configOf(controlPlane()));
      await now.create({ metadata: { name: `${servingAuthority}-b` } });
      if (servingAuthority === "new") {
        await until("it does not trust the server", () =>
          watch.errors.some(
            ({ cause }) => isConnectionError(cause) && /not trusted/.test(cause.message),
          ),
        );
        files.write(controlPlane().administrator);
      }
      const rotated = watch.clock.monotonic();
      await watch.converges(now);
      // Who is not trusted has the files read at once.
      expect(watch.clock.monotonic() - rotated).toBeLessThan(freshMs);
      await watch.stop();
    },
  );
});
