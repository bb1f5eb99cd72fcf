import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { KubeConfig } from "@kubernetes/client-node";
import { expect, it, onTestFinished } from "vitest";
import { describeOnServer } from "../../../../test/controlplane/fixture.js";
import { leaseClient, ResourceClient, RestClient } from "../../src/index.js";

const program = fileURLToPath(new URL("programs/candidate.ts", import.meta.url));
const namespace = "leaderelection";

/** A candidate in a process of its own. */
class Candidate {
  readonly child: ChildProcess;
  /** When it worked, by the clock that all share. */
  readonly worked: number[] = [];
  readonly #said: string[] = [];
  readonly #heard = new Set<() => void>();

  constructor(input: { readonly identity: string; readonly kubeconfigPath: string }) {
    const { identity, kubeconfigPath } = input;
    const args = ["--import", "tsx", program, kubeconfigPath, namespace, identity];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    this.child = child;
    onTestFinished(() => void child.kill("SIGKILL"));
    createInterface({ input: child.stdout }).on("line", (line) => {
      const [at = "", ...what] = line.split(" ");
      if (what[0] === "works") this.worked.push(Number(at));
      else this.#said.push(what.join(" "));
      for (const hear of this.#heard) hear();
    });
  }

  /** Resolves once it has said something for the nth time. */
  async says(what: string, nth = 1): Promise<void> {
    await this.#until(() => this.#said.filter((said) => said === what).length >= nth);
  }

  async works(): Promise<void> {
    const { length } = this.worked;
    await this.#until(() => this.worked.length > length);
  }

  async #until(condition: () => boolean): Promise<void> {
    if (condition()) return;
    await new Promise<void>((resolve) => {
      const hear = (): void => {
        if (!condition()) return;
        this.#heard.delete(hear);
        resolve();
      };
      this.#heard.add(hear);
    });
  }
}

/** Whether the times of two processes lie apart: stretches of one, then of the other. */
function overlap(input: { readonly a: readonly number[]; readonly b: readonly number[] }): boolean {
  const { a, b } = input;
  const [first = 0, last = 0] = [b[0], b.at(-1)];
  return a.some((at) => at >= first && at <= last);
}

describeOnServer("two processes that want one lease", ({ kubeconfigPath }) => {
  it("lead one after the other, stopped, continued, killed and ended", async () => {
    const config = new KubeConfig();
    config.loadFromFile(kubeconfigPath);
    const rest = RestClient.forConfig(config);
    onTestFinished(() => rest.close());
    const namespaces = new ResourceClient({
      rest,
      group: "",
      version: "v1",
      resource: "namespaces",
      kind: "Namespace",
      namespaced: false,
    });
    await namespaces.create({ metadata: { name: namespace } });

    const a = new Candidate({ identity: "a", kubeconfigPath });
    await a.says("started");
    const b = new Candidate({ identity: "b", kubeconfigPath });
    await b.says("sees a");
    await a.works();

    a.child.kill("SIGSTOP");
    await b.says("started");
    await b.works();
    a.child.kill("SIGCONT");
    await a.says("stopped");
    await a.says("sees b");
    await b.works();
    b.child.kill("SIGKILL");
    const before = [...a.worked];
    await a.says("started", 2);
    await a.works();
    expect(before.length).toBeGreaterThan(0);
    expect(overlap({ a: a.worked, b: b.worked })).toBe(false);

    const exited = once(a.child, "exit");
    a.child.kill("SIGTERM");
    expect(await exited).toEqual([0, null]);
    const lease = await leaseClient({ rest, namespace }).get("lock");
    expect(lease.spec).toMatchObject({ holderIdentity: "" });
  });
});
