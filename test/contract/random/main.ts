import { parseArgs } from "node:util";
import { startControlPlane } from "../../controlplane/index.js";
import { embeddedServer, realServer, runToken } from "../servers.js";
import { Pair } from "./differ.js";
import { reports } from "./reports.js";

/** `npm run contract:random`: random sequences to kube-apiserver and the embedded server; `-- --seeds 100 --first 1 --requests 100`. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seeds: { type: "string", default: "100" },
      first: { type: "string", default: "1" },
      requests: { type: "string", default: "100" },
    },
  });
  const controlPlane = await startControlPlane({
    log: (line) => void process.stderr.write(`${line}\n`),
  });
  const expected = realServer(controlPlane.kubeconfigPath);
  const actual = await embeddedServer();
  try {
    const pair = await Pair.open({ expected, actual, token: runToken() });
    const text = await reports({
      pair,
      seeds: Number(values.seeds),
      first: Number(values.first),
      requests: Number(values.requests),
    });
    await pair.close();
    process.stdout.write(text === "" ? "no difference\n" : `${text}\n`);
    if (text !== "") process.exitCode = 1;
  } finally {
    await actual.close();
    await expected.close();
    await controlPlane.stop();
  }
}

await main();
