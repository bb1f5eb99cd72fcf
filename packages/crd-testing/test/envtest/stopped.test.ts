import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it, onTestFinished } from "vitest";
import { isStopped } from "../../src/envtest/stopped.js";

it("tells a process that was stopped from one that runs, and from one that is gone", async () => {
  const child = spawn(process.execPath, ["-e", "console.log('up'); setInterval(() => {}, 1e6)"]);
  onTestFinished(() => void child.kill("SIGKILL"));
  const { pid = 0 } = child;
  await once(child.stdout, "data");
  expect(isStopped(pid)).toBe(false);
  child.kill("SIGSTOP");
  await expect.poll(() => isStopped(pid), { interval: 1, timeout: 20_000 }).toBe(true);
  child.kill("SIGCONT");
  await expect.poll(() => isStopped(pid), { interval: 1, timeout: 20_000 }).toBe(false);
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(isStopped(pid)).toBe(true);
});
