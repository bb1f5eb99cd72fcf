import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CoreV1Api, KubeConfig } from "@kubernetes/client-node";
import { startControlPlane } from "../../test/controlplane/index.js";
import { buildGo, findGoTools, makeGoProject } from "../go-tools.js";
import { type Command, measure } from "../measure/process.js";
import { megabytes, type Reporter, ratio } from "../measure/report.js";
import { median } from "../measure/statistics.js";
import { repository } from "../project.js";
import { writeRestConfig } from "../rest-config.js";
import { freshFolder } from "../scratch.js";
import type { Size, Topic } from "../topic.js";
import { startCountingProxy } from "./counting-proxy.js";

const worker = fileURLToPath(new URL("worker.js", import.meta.url));
const concurrent = fileURLToPath(new URL("concurrent.js", import.meta.url));
const place = { namespace: "default", name: "bench" };

/** A client that reads so many times with a kubeconfig. */
interface Client {
  readonly name: string;
  command(input: { readonly kubeconfig: string; readonly requests: number }): Command;
}

function clients(report: Reporter): readonly Client[] {
  const { namespace, name } = place;
  const inNode = (client: string): Client => ({
    name: client,
    command: ({ kubeconfig, requests }) => ({
      command: process.execPath,
      args: [worker, client, kubeconfig, namespace, name, String(requests)],
      cwd: repository,
    }),
  });
  const inOurs = [inNode("crd-runtime"), inNode("@kubernetes/client-node")];
  const tools = findGoTools();
  if (typeof tools === "string") {
    report.line(`without client-go: ${tools}`);
    return inOurs;
  }
  const project = makeGoProject({ name: "get-go", groups: [] });
  const program = buildGo({ project, program: "get" });
  return [
    ...inOurs,
    {
      name: "client-go",
      command: ({ kubeconfig, requests }) => ({
        command: program,
        args: [kubeconfig, namespace, name, String(requests)],
        cwd: project.folder,
      }),
    },
  ];
}

/** Milliseconds of each request, after as many others in which everything warms up. */
async function timesOf(input: {
  readonly client: Client;
  readonly kubeconfig: string;
  readonly requests: number;
}): Promise<readonly number[]> {
  const { client, kubeconfig, requests } = input;
  const { stdout } = await measure(client.command({ kubeconfig, requests: 2 * requests }));
  return stdout.trim().split("\n").map(Number).slice(requests);
}

/** Connections that a client opens for so many requests. */
async function handshakesOf(input: {
  readonly client: Client;
  readonly kubeconfigPath: string;
  readonly url: string;
  readonly requests: number;
}): Promise<number> {
  const { client, kubeconfigPath, url, requests } = input;
  const port = new URL(url).port;
  const proxy = await startCountingProxy(Number(port));
  try {
    const kubeconfig = join(freshFolder("get"), "kubeconfig");
    const text = readFileSync(kubeconfigPath, "utf8").replaceAll(`:${port}`, `:${proxy.port}`);
    writeFileSync(kubeconfig, text, { mode: 0o600 });
    await measure(client.command({ kubeconfig, requests }));
    return proxy.take();
  } finally {
    await proxy.close();
  }
}

async function compare(input: {
  readonly size: Size;
  readonly report: Reporter;
  readonly server: { readonly kubeconfigPath: string; readonly url: string };
}): Promise<void> {
  const { size, report, server } = input;
  const all = clients(report);
  const times = new Map(all.map((client) => [client.name, [] as number[]]));
  for (let round = 0; round < size.rounds; round++) {
    for (const client of all) {
      const { requests } = size;
      const measured = await timesOf({ client, kubeconfig: server.kubeconfigPath, requests });
      times.get(client.name)?.push(median(measured));
    }
  }
  const latency = (name: string): number => median(times.get(name) ?? []);
  const ours = latency("crd-runtime");
  const rows: string[][] = [];
  for (const client of all) {
    const theirs = latency(client.name);
    const handshakes = await handshakesOf({ client, ...server, requests: size.requests });
    rows.push([
      client.name,
      `${theirs.toFixed(2)} ms`,
      ratio({ ours, theirs }),
      String(handshakes),
    ]);
  }
  report.line("GET of one ConfigMap over TLS, one after another");
  report.table([
    ["", "median", "theirs / ours", `handshakes for ${size.requests} requests`],
    ...rows,
  ]);
}

/** Many requests at one moment: none may fail, and memory must not grow with them. */
async function together(input: {
  readonly size: Size;
  readonly report: Reporter;
  readonly config: string;
}): Promise<void> {
  const { size, report, config } = input;
  const count = 10 * size.requests;
  const args = [concurrent, config, place.namespace, place.name, String(count)];
  const { stdout, peakBytes } = await measure({
    command: process.execPath,
    args,
    cwd: repository,
  });
  report.line(`${count} at the same time: ${stdout} failed, peak RSS ${megabytes(peakBytes)}`);
}

/** Latency of a GET against client-node and client-go, on a real API server. */
export const get: Topic = {
  name: "get",
  description: "GET over TLS against client-node and client-go",
  async run({ size, report }) {
    const server = await startControlPlane({ log: (line) => report.line(line) });
    try {
      const config = new KubeConfig();
      config.loadFromFile(server.kubeconfigPath);
      await config.makeApiClient(CoreV1Api).createNamespacedConfigMap({
        namespace: place.namespace,
        body: { metadata: { name: place.name }, data: { text: "x".repeat(1000) } },
      });
      await compare({ size, report, server });
      await together({ size, report, config: writeRestConfig(server) });
    } finally {
      await server.stop();
    }
  },
};
