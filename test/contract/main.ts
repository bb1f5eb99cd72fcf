import { parseArgs } from "node:util";
import { startControlPlane } from "../controlplane/index.js";
import { topics } from "./cases/index.js";
import { compare, show } from "./harness/compare.js";
import type { Exchange } from "./harness/exchange.js";
import { type Recording, readRecording, writeRecording } from "./harness/recording.js";
import { runTopics } from "./harness/run-topic.js";
import type { Topic } from "./harness/topic.js";
import { transcript } from "./random/differ.js";
import { recordedSequences, writeTranscript } from "./random/transcripts.js";
import { realServer, runToken } from "./servers.js";

/**
 * `npm run contract`: compares the real server with its recorded answers; `-- --record` records them anew. Topics may be
 * named. A server is started, or taken with `--kubeconfig`.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { record: { type: "boolean", default: false }, kubeconfig: { type: "string" } },
  });
  const chosen = choose(positionals);
  const say = (line: string): boolean => process.stderr.write(`${line}\n`);
  const controlPlane =
    values.kubeconfig === undefined ? await startControlPlane({ log: say }) : undefined;
  const server = realServer(values.kubeconfig ?? controlPlane?.kubeconfigPath ?? "");
  try {
    const recordings = await runTopics({ topics: chosen, server, token: runToken() });
    for (const [topic, recording] of recordings) {
      const problems = Object.entries(recording).flatMap(([title, exchanges]) =>
        problem({ title, exchanges }),
      );
      const differing = differences({ topic, recording });
      for (const text of [...problems, ...(values.record ? [] : differing)])
        say(`${topic}: ${text}`);
      if (problems.length > 0 || (!values.record && differing.length > 0)) process.exitCode = 1;
      if (!values.record || problems.length > 0) continue;
      writeRecording({ topic, recording });
      say(`${topic}: ${Object.keys(recording).length} cases recorded, ${differing.length} changed`);
    }
    if (values.record && positionals.length === 0) {
      for (const sequence of recordedSequences) {
        const token = `${runToken()}aa`;
        const exchanges = await transcript({ ...sequence, server, token });
        writeTranscript({ seed: sequence.seed, exchanges });
        say(`random sequence ${sequence.seed}: ${exchanges.length} steps recorded`);
      }
    }
  } finally {
    await server.close();
    await controlPlane?.stop();
  }
}

function choose(names: readonly string[]): readonly Topic[] {
  const unknown = names.filter((name) => topics.every((topic) => topic.name !== name));
  if (unknown.length > 0) throw new Error(`there is no topic ${unknown.join(", ")}`);
  return names.length === 0 ? topics : topics.filter(({ name }) => names.includes(name));
}

function problem(input: {
  readonly title: string;
  readonly exchanges: readonly Exchange[];
}): readonly string[] {
  return input.exchanges.flatMap(({ step, problem: text }) =>
    text === undefined ? [] : [`'${input.title}' stopped at '${step}': ${text}`],
  );
}

function differences(input: {
  readonly topic: string;
  readonly recording: Recording;
}): readonly string[] {
  const recorded = readRecording(input.topic);
  return Object.entries(input.recording).flatMap(([title, actual]) => {
    const expected = recorded[title];
    if (expected === undefined) return [`'${title}' is not recorded`];
    const found = compare({ expected, actual, exceptions: [] });
    return found.length === 0 ? [] : [`'${title}'\n${found.slice(0, 5).map(show).join("\n")}`];
  });
}

await main();
