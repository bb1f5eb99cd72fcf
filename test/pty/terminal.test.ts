import { expect, it, onTestFinished } from "vitest";
import { keys, openTerminal, type Terminal } from "./terminal.js";

function open(script: string): Terminal {
  const terminal = openTerminal({
    program: process.execPath,
    args: ["-e", script],
    cwd: process.cwd(),
    env: { PATH: process.env["PATH"] ?? "" },
  });
  onTestFinished(() => terminal.kill());
  return terminal;
}

const twoQuestions = `
  const rl = require("node:readline").createInterface({ input: process.stdin, output: process.stdout });
  rl.question("\\u001b[1mGroup\\u001b[22m? ", (group) => rl.question("Kind? ", (kind) => {
    console.log(process.stdout.isTTY, process.stdout.columns, group + "/" + kind);
    process.exit(3);
  }));
`;

it("answers questions in their order, on a real terminal", async () => {
  const terminal = open(twoQuestions);
  await terminal.answer({ question: "Group? ", with: "example.com" });
  await terminal.answer({ question: /K.nd\?/, with: "Database" });
  expect(await terminal.ended).toBe(3);
  expect(terminal.text()).toContain("true 120 example.com/Database");
});

it("looks only behind what was found before, and shows the terminal when the program ends", async () => {
  const terminal = open(twoQuestions);
  await terminal.answer({ question: "Group? ", with: "Group? no" });
  await terminal.waitFor("Group? no");
  await terminal.answer({ question: "Kind? ", with: "" });
  await expect(terminal.waitFor("Version? ")).rejects.toThrow(
    /ended with exit code 3 before Version\? {2}came; the terminal shows:.*Kind\?/s,
  );
});

it("types control keys", async () => {
  const terminal = open(
    `process.stdin.resume(); process.on("SIGINT", () => process.exit(9)); console.log("ready")`,
  );
  await terminal.waitFor("ready");
  terminal.type(keys.interrupt);
  expect(await terminal.ended).toBe(9);
});
