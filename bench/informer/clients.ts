import { fileURLToPath } from "node:url";
import { z } from "zod";
import { buildGo, findGoTools, makeGoProject } from "../go-tools.js";
import { type Command, measure } from "../measure/process.js";
import type { Reporter } from "../measure/report.js";
import { median } from "../measure/statistics.js";
import { repository } from "../project.js";

const worker = fileURLToPath(new URL("worker.js", import.meta.url));

/** Files that say where the API server is: a RestConfig and a kubeconfig. */
export interface ServerFiles {
  readonly config: string;
  readonly kubeconfig: string;
}

/** What an informer is to do. */
export interface Task {
  readonly server: ServerFiles;
  /** Caches objects without managedFields. */
  readonly strip?: boolean;
  /** Updates to be handled once every object is. */
  readonly updates?: number;
}

/** An informer in a process of its own. */
export interface InformerClient {
  readonly name: string;
  command(task: Task): Command;
}

export function ours(input: { readonly flags: readonly string[] }): InformerClient {
  return {
    name: ["crd-runtime", ...input.flags].join(" "),
    command: ({ server, ...task }) => ({
      command: process.execPath,
      args: [worker, "--config", server.config, ...flagsOf({ task, dash: "--" }), ...input.flags],
      cwd: repository,
    }),
  };
}

/** Undefined where there is no Go. */
export function clientGo(report: Reporter): InformerClient | undefined {
  const tools = findGoTools();
  if (typeof tools === "string") {
    report.line(`without client-go: ${tools}`);
    return undefined;
  }
  const project = makeGoProject({ name: "informer-go", groups: [] });
  const program = buildGo({ project, program: "informer" });
  return {
    name: "client-go",
    command: ({ server, ...task }) => ({
      command: program,
      args: ["-kubeconfig", server.kubeconfig, ...flagsOf({ task, dash: "-" })],
      cwd: project.folder,
    }),
  };
}

function flagsOf(input: {
  readonly task: Omit<Task, "server">;
  readonly dash: string;
}): readonly string[] {
  const { task, dash } = input;
  return [
    ...(task.strip === true ? [`${dash}strip`] : []),
    ...(task.updates === undefined ? [] : [`${dash}updates`, String(task.updates)]),
  ];
}

const figures = z.object({
  objects: z.number(),
  wallMs: z.number(),
  cpuMs: z.number(),
  peakBytes: z.number(),
  blockMs: z.number().optional(),
  turnMs: z.number().optional(),
  collectionMs: z.number().optional(),
});
/** What a client has used up until it was done. */
export type Figures = z.infer<typeof figures>;

/** The last line counts: of the updates where there are any. */
export async function figuresOf(command: Command): Promise<Figures> {
  const { stdout } = await measure(command);
  return figures.parse(JSON.parse(stdout.trim().split("\n").at(-1) ?? ""));
}

/** The middle of each figure. */
export function middleOf(runs: readonly Figures[]): Figures {
  const middle = (figure: "wallMs" | "cpuMs" | "peakBytes"): number =>
    median(runs.map((run) => run[figure]));
  return {
    objects: runs[0]?.objects ?? 0,
    wallMs: middle("wallMs"),
    cpuMs: middle("cpuMs"),
    peakBytes: middle("peakBytes"),
  };
}
