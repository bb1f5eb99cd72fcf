import { fileURLToPath } from "node:url";
import { startWidgetServer } from "../informer/server.js";
import { measure } from "../measure/process.js";
import { ratio } from "../measure/report.js";
import { median } from "../measure/statistics.js";
import { repository } from "../project.js";
import type { Topic } from "../topic.js";

const worker = fileURLToPath(new URL("worker.js", import.meta.url));

/** What the worker measures, by what it calls it. */
const measured = [
  { key: "get", title: "GET of one object, one after another: median" },
  { key: "list", title: "list of all objects, unread" },
  { key: "open", title: "90 watches opened" },
  { key: "told", title: "a change told to 90 watches" },
] as const;

/** HTTP/1.1 with kept connections against HTTP/2, both as plain Node has them, on a real API server. */
export const http2: Topic = {
  name: "http2",
  description: "node:https with kept connections against node:http2",
  async run({ size, report }) {
    const { objects, requests, rounds } = size;
    const server = await startWidgetServer({ objects, report });
    const runs = { http1: [] as Times[], http2: [] as Times[] };
    try {
      for (let round = 0; round < rounds; round++) {
        for (const protocol of ["http1", "http2"] as const) {
          const { stdout } = await measure({
            command: process.execPath,
            args: [worker, protocol, server.config, String(requests)],
            cwd: repository,
          });
          runs[protocol].push(JSON.parse(stdout) as Times);
        }
      }
    } finally {
      await server.stop();
    }
    report.table([
      [`${objects} objects`, "HTTP/1.1", "HTTP/2", "HTTP/2 / HTTP/1.1"],
      ...measured.map(({ key, title }) => {
        const middle = (times: readonly Times[]): number => median(times.map((each) => each[key]));
        const [ours, theirs] = [middle(runs.http1), middle(runs.http2)];
        return [title, `${ours.toFixed(2)} ms`, `${theirs.toFixed(2)} ms`, ratio({ ours, theirs })];
      }),
    ]);
  },
};

type Times = Readonly<Record<(typeof measured)[number]["key"], number>>;
