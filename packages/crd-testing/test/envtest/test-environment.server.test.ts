import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { isForbidden, isNotFound, RestClient, type RestConfig } from "crd-runtime";
import { expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { describeOnServer } from "../../../../test/controlplane/fixture.js";
import { temporaryFolder } from "../../../../test/process/temporary-folder.js";
import { findAssets } from "../../src/envtest/assets.js";
import { TestEnvironment, type TestEnvironmentOptions } from "../../src/index.js";
import { archiveOf, startMirror } from "./binaries/mirror.js";

const resources = z.object({ resources: z.array(z.object({ name: z.string() })) });

/** A folder with a CRD in two versions that are served and one that is not. */
function crdFolder(input: { readonly plural: string; readonly group?: string }): string {
  const { plural, group = "envtest.example.com" } = input;
  const folder = join(temporaryFolder(), "crd");
  mkdirSync(folder);
  const version = (name: string, state: string): string =>
    `    - { name: ${name}, ${state}, schema: { openAPIV3Schema: { type: object } } }\n`;
  writeFileSync(
    join(folder, `${plural}.yaml`),
    [
      "apiVersion: apiextensions.k8s.io/v1",
      "kind: CustomResourceDefinition",
      `metadata: { name: ${plural}.${group} }`,
      "spec:",
      `  group: ${group}`,
      "  scope: Namespaced",
      `  names: { plural: ${plural}, kind: K${plural} }`,
      "  versions:",
      version("v2", "served: true, storage: true") +
        version("v1", "served: true, storage: false") +
        version("v1alpha1", "served: false, storage: false"),
    ].join("\n"),
  );
  return folder;
}

async function served(input: {
  readonly config: RestConfig;
  readonly version: string;
}): Promise<readonly string[]> {
  const path = `/apis/envtest.example.com/${input.version}`;
  try {
    const answer = await RestClient.forConfig(input.config).request({ method: "GET", path });
    return resources.parse(answer).resources.map(({ name }) => name);
  } catch (error) {
    if (isNotFound(error)) return [];
    throw error;
  }
}

async function start(options: TestEnvironmentOptions = {}): Promise<TestEnvironment> {
  const env = await TestEnvironment.start(options);
  onTestFinished(() => env.stop());
  return env;
}

describeOnServer("TestEnvironment", (server) => {
  it("serves its CRDs, makes users, and leaves nothing", async () => {
    const crds = [crdFolder({ plural: "ants" })];
    const env = await start({ crds });
    const { config } = env;
    expect(await served({ config, version: "v1" })).toEqual(["ants"]);
    expect(await served({ config, version: "v2" })).toEqual(["ants"]);
    expect(await served({ config, version: "v1alpha1" })).toEqual([]);

    const admin = RestClient.forConfig(config);
    const jane = env.addUser({ name: "jane", groups: ["readers"] });
    const path = "/apis/envtest.example.com/v1/namespaces/default/ants";
    const asJane = RestClient.forConfig(jane.config);
    await expect(asJane.request({ method: "GET", path })).rejects.toSatisfy(isForbidden);
    const rbac = "/apis/rbac.authorization.k8s.io/v1";
    const rules = [{ apiGroups: ["envtest.example.com"], resources: ["ants"], verbs: ["list"] }];
    await admin.request({
      method: "POST",
      path: `${rbac}/clusterroles`,
      body: { metadata: { name: "readers" }, rules },
    });
    await admin.request({
      method: "POST",
      path: `${rbac}/clusterrolebindings`,
      body: {
        metadata: { name: "readers" },
        roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "readers" },
        subjects: [{ apiGroup: "rbac.authorization.k8s.io", kind: "Group", name: "readers" }],
      },
    });
    await expect
      .poll(() => asJane.request({ method: "GET", path }).catch(() => undefined))
      .toMatchObject({ kind: "KantsList" });
    if (env.kubectl !== undefined) {
      const kubectl = (kubeconfig: string): string =>
        execFileSync(
          env.kubectl ?? "",
          ["auth", "whoami", "-o", "jsonpath={.status.userInfo.username}"],
          {
            env: { KUBECONFIG: kubeconfig, HOME: dirname(env.kubeconfigPath) },
            encoding: "utf8",
          },
        );
      expect(kubectl(jane.writeKubeconfig())).toBe("jane");
      expect(kubectl(env.kubeconfigPath)).toBe("admin");
    }

    await env.uninstallCRDs({ crds });
    expect(await served({ config, version: "v1" })).toEqual([]);
    const [again] = await env.installCRDs({ crds });
    expect(again?.metadata.name).toBe("ants.envtest.example.com");
    // Or the server would let the first object wait for two seconds.
    const established = again?.status?.conditions?.find(({ type }) => type === "Established");
    const age = (time = ""): number =>
      Date.parse(again?.metadata.creationTimestamp ?? "") - Date.parse(time);
    expect(age(established?.lastTransitionTime)).toBeGreaterThanOrEqual(2_000);
    await env.installCRDs({ crds: again === undefined ? [] : [again] });

    const folder = dirname(env.kubeconfigPath);
    expect(readFileSync(env.kubeconfigPath, "utf8")).toBe(env.kubeconfig);
    await Promise.all([env.stop(), env.stop(), env[Symbol.asyncDispose]()]);
    expect(existsSync(folder)).toBe(false);
  });

  it("runs beside others, each with its own data", async () => {
    const [one, two] = await Promise.all([
      start({ crds: [crdFolder({ plural: "bees" })] }),
      start({ crds: [crdFolder({ plural: "cats" })] }),
    ]);
    expect(one.url).not.toBe(two.url);
    expect(await served({ config: one.config, version: "v1" })).toEqual(["bees"]);
    expect(await served({ config: two.config, version: "v1" })).toEqual(["cats"]);
  });

  it("works on an existing cluster, and takes its own CRDs away", async () => {
    const env = {
      ...process.env,
      XDG_CACHE_HOME: temporaryFolder(),
      USE_EXISTING_CLUSTER: "true",
      KUBECONFIG: server.kubeconfigPath,
    };
    const crds = [crdFolder({ plural: "dogs", group: "existing.example.com" })];
    const existing = await start({ env, crds, cleanUpAfterUse: true });
    expect(existing.url).toBe(server.url);
    const rest = RestClient.forConfig(existing.config);
    const path = "/apis/existing.example.com/v1/namespaces/default/dogs";
    expect(await rest.request({ method: "GET", path })).toMatchObject({ items: [] });
    const jane = existing.addUser({ name: "jane" });
    await expect(
      RestClient.forConfig(jane.config).request({ method: "GET", path }),
    ).rejects.toThrow('User "jane" cannot list');
    await existing.stop();
    const admin = RestClient.forConfig({ ...existing.config });
    await expect(admin.request({ method: "GET", path })).rejects.toSatisfy(isNotFound);
    admin.close();
  });

  it("names file and document of a CRD that the server refuses, and stops", async () => {
    const folder = crdFolder({ plural: "eels" });
    const file = join(folder, "eels.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace("kind: Keels", "kind: 1Eels"));
    const cache = temporaryFolder();
    const starting = start({
      crds: [folder],
      env: { ...process.env, KUBEBUILDER_ASSETS: (await assets()).origin, XDG_CACHE_HOME: cache },
    });
    await expect(starting).rejects.toThrow(
      `${file}: CustomResourceDefinition.apiextensions.k8s.io "eels.envtest.example.com" is invalid: [spec.names.singular: Invalid value: "1eels": `,
    );
    expect(runsIn(cache)).toEqual([]);
  });

  it("says that the port which is asked for belongs to another process", async () => {
    const listener = createServer();
    await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void listener.close());
    const { port } = z.object({ port: z.number() }).parse(listener.address());
    await expect(start({ apiServerArgs: { "secure-port": String(port) } })).rejects.toThrow(
      `another process has port ${port}, which apiServerArgs asks for; kube-apiserver ended with`,
    );
  });

  it("shows what kube-apiserver says of a flag that it does not know", async () => {
    await expect(start({ apiServerArgs: { tea: "true" } })).rejects.toThrow(
      /kube-apiserver ended with exit code 1:\n.*unknown flag: --tea/s,
    );
  });

  it("ends the start on a signal, and leaves nothing", async () => {
    const cache = temporaryFolder();
    const stop = new AbortController();
    const starting = start({
      signal: stop.signal,
      env: { ...process.env, KUBEBUILDER_ASSETS: (await assets()).origin, XDG_CACHE_HOME: cache },
    });
    await expect.poll(() => runsIn(cache)).toHaveLength(1);
    stop.abort(new Error("enough"));
    await expect(starting).rejects.toThrow("enough");
    expect(runsIn(cache)).toEqual([]);
  });

  it("downloads its programs when it is told to", async () => {
    const { etcd, kubeApiserver } = await assets();
    const program = (path: string): string => `#!/bin/sh\nexec '${path}' "$@"\n`;
    const archive = await archiveOf({
      "controller-tools/envtest/etcd": program(etcd),
      "controller-tools/envtest/kube-apiserver": program(kubeApiserver),
      "controller-tools/envtest/kubectl": "#!/bin/sh\n",
    });
    const { indexUrl } = await startMirror({ archives: { "1.36.2": archive } });
    const folder = temporaryFolder();
    const env = await start({
      downloadBinaryAssets: true,
      downloadBinaryAssetsIndexUrl: indexUrl,
      downloadBinaryAssetsVersion: "1.36.x",
      binaryAssetsDirectory: folder,
    });
    expect(env.kubectl?.startsWith(join(folder, "k8s/1.36.2-"))).toBe(true);
  });
});

function assets() {
  return findAssets({ env: process.env, log: () => undefined });
}

/** What is written down as running. */
function runsIn(cache: string): readonly string[] {
  const folder = join(cache, "create-crd-project/controlplane/runs");
  return existsSync(folder) ? readdirSync(folder) : [];
}
