import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { TestEnvironment } from "crd-testing";
import { z } from "zod";
import { measure } from "../measure/process.js";
import { megabytes, type Reporter, ratio } from "../measure/report.js";
import { median } from "../measure/statistics.js";
import { repository } from "../project.js";
import { freshFolder } from "../scratch.js";
import type { Size, Topic } from "../topic.js";

const worker = fileURLToPath(new URL("worker.js", import.meta.url));
const crdCount = 20;

const startTimes = z.object({ first: z.number(), middle: z.number() });
const rate = z.object({ perSecond: z.number() });
const usage = z.object({ created: z.number(), updated: z.number(), objectBytes: z.number() });
const listening = z.object({ kubeconfig: z.string() });

/** What a scenario of the worker prints. */
async function run<T>(input: {
  readonly schema: z.ZodType<T>;
  readonly args: readonly string[];
}): Promise<T> {
  const { stdout } = await measure({
    command: process.execPath,
    args: ["--expose-gc", worker, ...input.args],
    cwd: repository,
  });
  return input.schema.parse(JSON.parse(stdout));
}

/** Starts the embedded server in a process of its own. */
async function startListening(): Promise<{ readonly kubeconfig: string; stop(): Promise<void> }> {
  const child = spawn(process.execPath, [worker, "listen"], {
    cwd: repository,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  while (!text.includes("\n")) {
    const [chunk] = await once(child.stdout, "data");
    text += String(chunk);
  }
  const { kubeconfig } = listening.parse(JSON.parse(text));
  return {
    kubeconfig,
    stop: async () => {
      const ended = once(child, "exit");
      child.kill();
      await ended;
    },
  };
}

async function creations(input: {
  readonly kubeconfig: string;
  readonly size: Size;
}): Promise<number> {
  const path = join(freshFolder("apiserver"), "kubeconfig");
  writeFileSync(path, input.kubeconfig, { mode: 0o600 });
  // Some thousands, until V8 has compiled what both ends run.
  const args = ["client", path, String(3 * input.size.requests)];
  return (await run({ schema: rate, args })).perSecond;
}

async function overHttp(input: { readonly size: Size; readonly report: Reporter }): Promise<void> {
  const { size, report } = input;
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < size.rounds; round++) {
    const embedded = await startListening();
    ours.push(await creations({ ...embedded, size }));
    await embedded.stop();
    const env = await TestEnvironment.start();
    theirs.push(await creations({ kubeconfig: env.kubeconfig, size }));
    await env.stop();
  }
  const [embedded, real] = [median(ours), median(theirs)];
  report.line("creations a second over TLS, sixteen in flight");
  report.table([
    ["", "a second", "ours / theirs"],
    ["embedded", embedded.toFixed(0), ratio({ ours: real, theirs: embedded })],
    ["kube-apiserver with etcd", real.toFixed(0), "1x"],
  ]);
}

/** The embedded server: start, creations, watches, memory; against kube-apiserver where that is the same work. */
export const apiserver: Topic = {
  name: "apiserver",
  description: "the embedded API server against kube-apiserver with etcd",
  async run({ size, report }) {
    const { first, middle } = await run({ schema: startTimes, args: ["start", String(crdCount)] });
    const begun = performance.now();
    const env = await TestEnvironment.start();
    const real = performance.now() - begun;
    await env.stop();
    report.line(`start, with ${crdCount} CRDs; kube-apiserver without any`);
    report.table([
      ["", "ready after", "theirs / ours"],
      [
        "embedded, first of a process",
        `${first.toFixed(1)} ms`,
        ratio({ ours: first, theirs: real }),
      ],
      ["embedded, later ones", `${middle.toFixed(1)} ms`, ratio({ ours: middle, theirs: real })],
      ["kube-apiserver", `${real.toFixed(0)} ms`, "1x"],
    ]);
    const rates: number[] = [];
    for (let round = 0; round < size.rounds; round++) {
      const args = ["direct", String(10 * size.requests)];
      rates.push((await run({ schema: rate, args })).perSecond);
    }
    report.line(
      `creations a second through the direct transport, one after another: ${median(rates).toFixed(0)}`,
    );
    await overHttp({ size, report });
    const fan = await run({ schema: rate, args: ["fanOut", "100", String(2 * size.requests)] });
    report.line(`events a second to 100 watchers: ${fan.perSecond.toFixed(0)}`);
    const objects = 100 * size.requests;
    const memory = await run({ schema: usage, args: ["memory", String(objects)] });
    report.line(
      `${objects} objects of ${memory.objectBytes} bytes: ${megabytes(memory.created)} resident, ${megabytes(memory.updated)} after an update of each`,
    );
  },
};
