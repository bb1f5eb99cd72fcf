import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../../../../test/process/temporary-folder.js";
import { startControlPlane } from "../../src/envtest/control-plane.js";
import { ControlPlaneFailed } from "../../src/envtest/errors.js";

/** An environment whose programs are shell scripts. */
function withPrograms(input: {
  readonly etcd: string;
  readonly kubeApiserver: string;
}): Record<string, string> {
  const home = temporaryFolder();
  const assets = join(home, "assets");
  mkdirSync(assets);
  for (const [name, text] of [
    ["etcd", input.etcd],
    ["kube-apiserver", input.kubeApiserver],
  ] as const) {
    writeFileSync(join(assets, name), `#!/bin/sh\n${text}\n`);
    chmodSync(join(assets, name), 0o755);
  }
  return {
    PATH: process.env["PATH"] ?? "",
    XDG_CACHE_HOME: join(home, "cache"),
    KUBEBUILDER_ASSETS: assets,
    STARTS: join(home, "starts"),
  };
}

const forever = "exec sleep 600";

function recordedRuns(env: Readonly<Record<string, string>>): readonly string[] {
  return readdirSync(join(env["XDG_CACHE_HOME"] ?? "", "create-crd-project/controlplane/runs"));
}

it("says which server ended and shows its last lines", async () => {
  const env = withPrograms({
    etcd: forever,
    kubeApiserver: "echo 'invalid flag: --tea' >&2; exit 3",
  });
  const starting = startControlPlane({ env });
  await expect(starting).rejects.toThrow(ControlPlaneFailed);
  await expect(starting).rejects.toThrow(
    "kube-apiserver ended with exit code 3:\ninvalid flag: --tea",
  );
  expect(recordedRuns(env)).toEqual([]);
});

it("tries other ports when another process took one", async () => {
  const program =
    'echo start >> "$STARTS"; echo "listen tcp: bind: address already in use"; exit 1';
  const env = withPrograms({ etcd: forever, kubeApiserver: program });
  const said: string[] = [];
  const starting = startControlPlane({ env, log: (line) => said.push(line) });
  await expect(starting).rejects.toThrow("address already in use");
  expect(readFileSync(env["STARTS"] ?? "", "utf8").match(/start/g)).toHaveLength(5);
  expect(said).toHaveLength(4);
});

it("gives up when the server is not ready in time, and shows both logs", async () => {
  const env = withPrograms({ etcd: forever, kubeApiserver: forever });
  const starting = startControlPlane({
    env: { ...env, KUBEBUILDER_CONTROLPLANE_START_TIMEOUT: "200ms" },
  });
  await expect(starting).rejects.toThrow(
    "the API server is not ready after 0.2 s\netcd:\n\nkube-apiserver:\n",
  );
});

it("kills a server that ignores SIGTERM", async () => {
  const env = withPrograms({
    etcd: forever,
    kubeApiserver: "trap '' TERM; while :; do sleep 0.1; done",
  });
  const starting = startControlPlane({
    env: {
      ...env,
      KUBEBUILDER_CONTROLPLANE_START_TIMEOUT: "100ms",
      KUBEBUILDER_CONTROLPLANE_STOP_TIMEOUT: "100ms",
    },
  });
  await expect(starting).rejects.toThrow("is not ready after");
  expect(recordedRuns(env)).toEqual([]);
});
