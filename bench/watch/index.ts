import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  clientGo,
  type Figures,
  figuresOf,
  middleOf,
  ours,
  type ServerFiles,
} from "../informer/clients.js";
import { startWidgetServer } from "../informer/server.js";
import { measure } from "../measure/process.js";
import { type Reporter, ratio } from "../measure/report.js";
import { startServer } from "../measure/server.js";
import { repository } from "../project.js";
import { freshFolder } from "../scratch.js";
import type { Topic } from "../topic.js";

const rate = 10_000;
const recordedObjects = 1_000;
const recordedUpdates = 2_000;

/** Records a watch of a real API server into two files. */
async function record(input: {
  readonly folder: string;
  readonly report: Reporter;
}): Promise<readonly [existing: string, updates: string]> {
  const { folder, report } = input;
  const files = [join(folder, "existing.jsonl"), join(folder, "updates.jsonl")] as const;
  const server = await startWidgetServer({ objects: recordedObjects, report });
  try {
    const script = fileURLToPath(new URL("record.js", import.meta.url));
    const args = [script, server.config, ...files, String(recordedUpdates)];
    await measure({ command: process.execPath, args, cwd: repository });
    return files;
  } finally {
    await server.stop();
  }
}

/** The configurations of both clients for a server without TLS. */
function serverFiles(input: { readonly folder: string; readonly port: number }): ServerFiles {
  const { folder, port } = input;
  const server = `http://127.0.0.1:${port}`;
  const write = (name: string, content: unknown): string => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(content));
    return path;
  };
  return {
    config: write("rest-config.json", { host: server, proxy: "" }),
    kubeconfig: write("kubeconfig", {
      apiVersion: "v1",
      kind: "Config",
      clusters: [{ name: "replay", cluster: { server } }],
      contexts: [{ name: "replay", context: { cluster: "replay", user: "" } }],
      "current-context": "replay",
    }),
  };
}

/** What an update costs when 10,000 come a second over one watch, beside client-go. */
export const watch: Topic = {
  name: "watch",
  description: "10,000 updates a second over one watch against client-go",
  async run({ size, report }) {
    const folder = freshFolder("watch");
    const go = clientGo(report);
    const clients = [ours({ flags: [] }), ...(go === undefined ? [] : [go])];
    const updates = size.objects;
    const files = await record({ folder, report });
    const script = fileURLToPath(new URL("replay.js", import.meta.url));
    const replay = await startServer({ script, args: [...files, String(rate)] });
    try {
      const server = serverFiles({ folder, port: replay.port });
      const runs = new Map(clients.map(({ name }) => [name, [] as Figures[]]));
      for (let round = 0; round < size.rounds; round++) {
        for (const { name, command } of clients) {
          runs.get(name)?.push(await figuresOf(command({ server, updates })));
        }
      }
      const own = middleOf(runs.get("crd-runtime") ?? []).cpuMs;
      report.line(`${updates} recorded updates of 1.6 KB, ${rate} a second`);
      report.table([
        ["", "processor an update", "theirs / ours", "updates a second"],
        ...clients.map(({ name }) => {
          const { cpuMs, wallMs } = middleOf(runs.get(name) ?? []);
          return [
            name,
            `${((cpuMs / updates) * 1000).toFixed(1)} µs`,
            ratio({ ours: own, theirs: cpuMs }),
            ((updates / wallMs) * 1000).toFixed(0),
          ];
        }),
      ]);
      const { blockMs = 0, turnMs = 0 } = await figuresOf(
        ours({ flags: ["--loop"] }).command({ server, updates }),
      );
      report.line(
        `longest turn of the event loop ${turnMs.toFixed(0)} ms by the clock, ${blockMs.toFixed(0)} ms of it our code`,
      );
    } finally {
      await replay.stop();
    }
  },
};
