import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { apiserver } from "./apiserver/index.js";
import { cache } from "./cache/index.js";
import { cel } from "./cel/index.js";
import { churn } from "./churn/index.js";
import { convergence } from "./convergence/index.js";
import { crds } from "./crds/index.js";
import { deepcopy } from "./deepcopy/index.js";
import { envtest } from "./envtest/index.js";
import { fuzzing } from "./fuzz/index.js";
import { generators } from "./generators/index.js";
import { get } from "./get/index.js";
import { http2 } from "./http2/index.js";
import { importing } from "./import/index.js";
import { informer } from "./informer/index.js";
import { loading } from "./loading/index.js";
import { printer } from "./measure/report.js";
import { randomApis } from "./random-api/index.js";
import { regenerate } from "./regenerate/index.js";
import { removeAside } from "./scratch.js";
import type { Size } from "./topic.js";
import { watch } from "./watch/index.js";
import { watchMode } from "./watch-mode/index.js";
import { workqueue } from "./workqueue/index.js";

const topics = [
  regenerate,
  generators,
  crds,
  cel,
  watchMode,
  deepcopy,
  loading,
  importing,
  workqueue,
  get,
  http2,
  informer,
  watch,
  cache,
  churn,
  envtest,
  apiserver,
  fuzzing,
  convergence,
  randomApis,
];

const usage = `npm run bench -- [topics] [flags]

Flags: --kinds, --rounds, --requests, --objects, --minutes, --seeds, --steps, --first with a number; --smoke; --help
Topics, all of them unless some are named:
${topics.map(({ name, description }) => `  ${name}: ${description}`).join("\n")}
`;

/** Ends a wrong call. */
function refuse(problem: string): never {
  process.stderr.write(`${problem}\n\n${usage}`);
  process.exit(2);
}

function read() {
  try {
    return parse();
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

const parse = () =>
  parseArgs({
    allowPositionals: true,
    options: {
      kinds: { type: "string", default: "1000" },
      rounds: { type: "string", default: "3" },
      requests: { type: "string", default: "1000" },
      objects: { type: "string", default: "100000" },
      minutes: { type: "string", default: "1" },
      seeds: { type: "string", default: "5000" },
      steps: { type: "string", default: "10000" },
      first: { type: "string", default: "1" },
      smoke: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });

const { values, positionals } = read();
if (values.help) {
  process.stdout.write(usage);
  process.exit();
}

/** A whole number from one on. */
function count(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) refuse(`'${text}' is no number of anything`);
  return value;
}

const size: Size = values.smoke
  ? {
      kinds: 20,
      rounds: 1,
      requests: 50,
      objects: 2000,
      minutes: 0.1,
      seeds: 20,
      steps: 300,
      first: 1,
    }
  : {
      kinds: count(values.kinds),
      rounds: count(values.rounds),
      requests: count(values.requests),
      objects: count(values.objects),
      minutes: count(values.minutes),
      seeds: count(values.seeds),
      steps: count(values.steps),
      first: count(values.first),
    };

const unknown = positionals.filter((name) => !topics.some((topic) => topic.name === name));
if (unknown.length > 0) refuse(`there is no benchmark ${unknown.join(", ")}`);
printer.line(`Node ${process.version}, ${availableParallelism()} processors`);
try {
  for (const topic of topics) {
    if (positionals.length > 0 && !positionals.includes(topic.name)) continue;
    printer.line(`\n${topic.name}: ${topic.description}`);
    await topic.run({ size, report: printer });
  }
} finally {
  removeAside();
}
