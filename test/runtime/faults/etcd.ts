import { cp, rm } from "node:fs/promises";
import { request } from "node:http";
import { dirname, join } from "node:path";
import type { ControlPlane } from "../../controlplane/index.js";

/** Forgets all history before a resource version, in the data, too. */
export async function compact(input: {
  readonly controlPlane: ControlPlane;
  readonly resourceVersion: string;
}): Promise<void> {
  const { controlPlane, resourceVersion } = input;
  const body = JSON.stringify({ revision: resourceVersion, physical: true });
  await post({
    socketPath: join(folderOf(controlPlane), "etcd.sock"),
    path: "/v3/kv/compaction",
    body,
  });
}

/** Copies the data of an etcd that does not run. Returns what brings the copy back, when it does not run again. */
export async function backUp(controlPlane: ControlPlane): Promise<() => Promise<void>> {
  const data = join(folderOf(controlPlane), "etcd");
  const copy = `${data}.copy`;
  await cp(data, copy, { recursive: true });
  return async () => {
    await rm(data, { recursive: true });
    await cp(copy, data, { recursive: true });
  };
}

function folderOf(controlPlane: ControlPlane): string {
  return dirname(controlPlane.kubeconfigPath);
}

/** A call of etcd's JSON gateway. */
function post(input: {
  readonly socketPath: string;
  readonly path: string;
  readonly body: string;
}): Promise<void> {
  const { socketPath, path, body } = input;
  return new Promise((resolve, reject) => {
    const headers = {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
    };
    const call = request(
      { socketPath, path, method: "POST", headers, agent: false },
      (response) => {
        response.resume();
        response.once("end", () => {
          if (response.statusCode === 200) resolve();
          else reject(new Error(`etcd answers ${response.statusCode} to ${path}`));
        });
      },
    );
    call.once("error", reject);
    call.end(body);
  });
}
