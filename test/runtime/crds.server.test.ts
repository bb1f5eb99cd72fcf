import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { describeOnServer } from "../controlplane/fixture.js";
import { crdCases } from "./crd-cases.js";
import { domain } from "./crd-definitions.js";
import { adminConfig } from "./server.js";

const program = fileURLToPath(new URL("programs/install-crds.ts", import.meta.url));

describeOnServer("definitions on the real server", (server) => {
  crdCases({
    configOf: () => adminConfig(server),
    strangerOf: () => ({ ...adminConfig(server), impersonate: { userName: "nobody" } }),
  });

  it("are installed by processes that start at the same moment", async () => {
    const groups = ["process1", "process2", "process3", "process4"];
    const processes = ["a", "b", "c"].map(() => {
      const args = ["--import", "tsx", program, server.kubeconfigPath, ...groups];
      const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
      onTestFinished(() => void child.kill());
      return child;
    });
    await Promise.all(processes.map(async ({ stdout }) => await once(stdout, "data")));
    for (const { stdin } of processes) stdin.end("go\n");
    const printed = await Promise.all(processes.map(async ({ stdout }) => await text(stdout)));
    for (const output of printed) {
      const lines = output
        .trim()
        .split("\n")
        .map((line) => line.replace(/^\w+ /, ""));
      expect(lines).toEqual(groups.map((group) => `${group}.${domain}`));
    }
    for (const group of groups) {
      expect(printed.filter((output) => output.includes(`created ${group}.`))).not.toEqual([]);
    }
  });
});
