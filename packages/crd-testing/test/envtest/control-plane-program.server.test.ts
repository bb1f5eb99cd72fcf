import { readFileSync } from "node:fs";
import {
  isConnectionError,
  isForbidden,
  RequestTimeoutError,
  RestClient,
  type RestConfig,
} from "crd-runtime";
import { expect, it } from "vitest";
import { describeOnServer } from "../../../../test/controlplane/fixture.js";
import { TestEnvironment } from "../../src/index.js";

const path = "/api/v1/namespaces/default/configmaps";

describeOnServer("programs of a control plane", () => {
  it("are paused, killed and started with their data, and stop when they are paused", async () => {
    const env = await TestEnvironment.start();
    const { controlPlane } = env;
    if (controlPlane === undefined) throw new Error("it was started");
    const { apiServer, etcd } = controlPlane;
    const ask = (config: RestConfig = env.config): Promise<unknown> =>
      RestClient.forConfig({ ...config, timeoutMs: 2_000 }).request({
        method: "GET",
        path: `${path}/kept`,
      });
    const kept = { metadata: { name: "kept" } };
    await RestClient.forConfig(env.config).request({ method: "POST", path, body: kept });

    await expect(apiServer.start()).rejects.toThrow(
      "kube-apiserver runs: kill it before it is started again",
    );
    await apiServer.pause();
    await expect(ask()).rejects.toThrow(RequestTimeoutError);
    apiServer.resume();
    expect(await ask()).toMatchObject(kept);

    const { pid } = apiServer;
    await apiServer.kill();
    await apiServer.kill();
    expect(apiServer.pid).toBeUndefined();
    await expect(ask()).rejects.toSatisfy(isConnectionError);
    await etcd.kill();
    // Nothing to wait for: the API server does not run.
    await etcd.start();
    await apiServer.start();
    expect(apiServer.pid).not.toBe(pid);
    expect(await ask()).toMatchObject(kept);

    await apiServer.kill();
    await apiServer.start({ servingAuthority: "new" });
    await expect(ask()).rejects.toThrow("not trusted");
    const caData = controlPlane.certificateAuthority;
    expect(env.kubeconfig).toContain(Buffer.from(caData).toString("base64"));
    expect(readFileSync(env.kubeconfigPath, "utf8")).toBe(env.kubeconfig);
    const tlsClientConfig = { ...env.config.tlsClientConfig, caData };
    expect(await ask({ ...env.config, tlsClientConfig })).toMatchObject(kept);
    await expect(ask(env.addUser({ name: "jane" }).config)).rejects.toSatisfy(isForbidden);

    await apiServer.pause();
    await etcd.pause();
    await env.stop();
    expect([apiServer.pid, etcd.pid]).toEqual([undefined, undefined]);
    await expect(etcd.start()).rejects.toThrow("the control plane was stopped");
  });
});
