import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { createNodeFiles } from "../files.js";
import type { Flags } from "../options/flags.js";
import type { LockEnvironment } from "../plan/regenerate.js";
import { findRoot } from "../plan/root.js";
import { isAlive } from "../processes.js";
import type { Tool } from "../tool.js";
import type { AnswerMode } from "./answering.js";
import type { Asker } from "./asker.js";
import type { SourceWorld } from "./import/sources.js";
import type { Paint } from "./paint.js";
import type { ProjectRequest } from "./regenerate.js";
import type { Report } from "./report.js";
import type { WatchEnvironment } from "./watch.js";

/** Commands that work on a project; plop lists them. */
export const projectCommands = ["apigroup", "import", "regenerate", "verify", "diff"] as const;
export type ProjectCommand = (typeof projectCommands)[number];

/** Time that a run waits for another one on the same project. */
const lockWaitMs = 30_000;

/** What a command runs with, made from the command line. */
export interface Call {
  readonly flags: Flags;
  readonly mode: AnswerMode;
  readonly paint: Paint;
  readonly tool: Tool;
}

export function isProjectCommand(name: string | undefined): name is ProjectCommand {
  return projectCommands.some((command) => command === name);
}

/** A command on the project in whose folder, or below it, it is called. */
export async function runInProject(input: {
  readonly command: ProjectCommand;
  readonly call: Call;
  readonly asker: () => Promise<Asker>;
  /** Folder from which the project is looked for, upwards. */
  readonly start: string;
  /** Where it is looked for next. */
  readonly otherwise?: string;
  /** Hears what takes long. */
  readonly say: (line: string) => void;
  readonly watch: WatchEnvironment;
}): Promise<Report> {
  const { command, call, start, otherwise = start, say, watch } = input;
  const root = findRoot(start) ?? findRoot(otherwise) ?? otherwise;
  const request: ProjectRequest = {
    ...call,
    files: createNodeFiles({ root }),
    env: process.env,
    lock: lockEnvironment(watch.stop),
    say,
  };
  const answers = async () => {
    const { mode } = call;
    return { mode, asker: mode === "ask" ? await input.asker() : undefined };
  };
  switch (command) {
    case "apigroup": {
      const { apigroupCommand } = await import("./apigroup.js");
      return { root, ...(await apigroupCommand({ ...request, ...(await answers()) })) };
    }
    case "import": {
      const { importCommand } = await import("./import/index.js");
      const world = await sourceWorld({ call, root, start });
      return { root, ...(await importCommand({ ...request, ...(await answers()), world })) };
    }
    case "diff": {
      const [{ diffCommand }, { runChild }] = await Promise.all([
        import("./diff/index.js"),
        import("../child.js"),
      ]);
      const world = await sourceWorld({ call, root, start });
      return { root, ...(await diffCommand({ ...request, world, run: runChild })) };
    }
    case "regenerate": {
      if (call.flags.switch("watch") === true) {
        const { watchCommand } = await import("./watch.js");
        const openFiles = () => createNodeFiles({ root });
        return { root, ...(await watchCommand({ ...request, watch, openFiles })) };
      }
      const { regenerateCommand } = await import("./regenerate.js");
      return { root, ...(await regenerateCommand(request)) };
    }
    case "verify": {
      const { verifyCommand } = await import("./verify.js");
      return { root, ...(await verifyCommand(request)) };
    }
  }
}

/** Where commands look for definitions. */
async function sourceWorld(input: {
  readonly call: Call;
  readonly root: string;
  readonly start: string;
}): Promise<SourceWorld> {
  const { call, root, start } = input;
  const [{ fetchText }, { readCluster }] = await Promise.all([
    import("./import/remote.js"),
    import("./import/cluster.js"),
  ]);
  const context = call.flags.text("context");
  return {
    cwd: start,
    openFiles: (folder) => createNodeFiles({ root: folder }),
    fetchText,
    readCluster: async () => await readCluster({ root, context }),
  };
}

function lockEnvironment(stop: AbortSignal): LockEnvironment {
  return {
    pid: process.pid,
    host: hostname(),
    token: randomUUID(),
    isAlive,
    now: Date.now,
    sleep: async (milliseconds) => await sleep(milliseconds, undefined, { signal: stop }),
    waitMs: lockWaitMs,
  };
}
