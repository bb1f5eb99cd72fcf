import { parentPort, workerData } from "node:worker_threads";
import { createRender } from "../render/index.js";
import { loadTool } from "../tool.js";
import { type UnitInput, type UnitSettings, unitGenerator } from "./unit-generator.js";

/** What the thread is started with; both sides are of one build. */
const settings: UnitSettings = workerData;
const { importExtension } = settings.config;
const generate = await unitGenerator({
  settings,
  render: createRender({ ...loadTool(), importExtension }),
});
parentPort?.on("message", async ({ index, unit }: { index: number; unit: UnitInput }) => {
  parentPort?.postMessage({ index, outcome: await generate(unit) });
});
