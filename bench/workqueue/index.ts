import { fileURLToPath } from "node:url";
import { buildGo, findGoTools, makeGoProject } from "../go-tools.js";
import { measure } from "../measure/process.js";
import { type Reporter, ratio } from "../measure/report.js";
import { repository } from "../project.js";
import type { Topic } from "../topic.js";

const worker = fileURLToPath(new URL("worker.js", import.meta.url));

/** The Go program, where there is Go. */
function buildPeer(report: Reporter): string | undefined {
  const tools = findGoTools();
  if (typeof tools === "string") {
    report.line(`without client-go: ${tools}`);
    return undefined;
  }
  const project = makeGoProject({ name: "workqueue-go", groups: [] });
  return buildGo({ project, program: "workqueue" });
}

/** A million items added, taken and done, as keys of informers are. */
export const workqueue: Topic = {
  name: "workqueue",
  description: "a million items through a queue, against client-go's",
  async run({ size, report }) {
    const peer = buildPeer(report);
    const timeOf = async (command: string, args: readonly string[]): Promise<number> =>
      Number((await measure({ command, args, cwd: repository })).stdout);
    const row = (what: string, times: { readonly ours: number; readonly theirs?: number }) => [
      what,
      `${times.ours.toFixed(0)} ns`,
      ...(times.theirs === undefined
        ? []
        : [`${times.theirs.toFixed(0)} ns`, ratio({ ours: times.ours, theirs: times.theirs })]),
    ];
    const rows: (readonly string[])[] = [["", "per item", "client-go", "theirs / ours"]];
    for (const atATime of [1, 1_000, 1_000_000]) {
      const counts = [String(atATime), String(size.rounds)];
      const theirs = peer === undefined ? {} : { theirs: await timeOf(peer, counts) };
      for (const kind of ["Workqueue", "PriorityQueue"]) {
        const ours = await timeOf(process.execPath, [worker, kind, ...counts]);
        rows.push(row(`${kind}, ${atATime} at a time`, { ours, ...theirs }));
      }
    }
    report.table(rows);
  },
};
