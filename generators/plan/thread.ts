import { type MessagePort, parentPort } from "node:worker_threads";
import type { GenerateBatch, UnitSettings } from "./batch-generator.js";
import type { Request, Response } from "./threads.js";

/** The other side of `Threads`. What is thrown ends the thread. */
function serve(port: MessagePort): void {
  let generate: Promise<GenerateBatch> | undefined;
  const answer = (response: Response): void => port.postMessage(response);
  port.on("message", async (request: Request) => {
    switch (request.kind) {
      case "prepare": {
        const [, , { loadTypeScript }] = await loadModules();
        loadTypeScript();
        return;
      }
      case "load":
        generate = loadGenerators(request.settings);
        await generate;
        return;
      case "parse": {
        const { index, file } = request;
        const { parseFile } = await import("../parse/index.js");
        answer({ kind: "parse", index, syntax: parseFile(file) });
        return;
      }
      case "generate": {
        const { index, batch } = request;
        if (generate === undefined) throw new Error("a unit came before the generators");
        const generateBatch = await generate;
        answer({ kind: "generate", index, outcome: await generateBatch(batch) });
      }
    }
  });
}

/** All that is needed from sources to generated files. */
function loadModules() {
  return Promise.all([
    import("../tool.js"),
    import("../render/index.js"),
    import("../parse/index.js"),
    import("./batch-generator.js"),
    import("./clientsets.js"),
    import("../model/link/index.js"),
    import("../registry.js"),
  ]);
}

async function loadGenerators(settings: UnitSettings): Promise<GenerateBatch> {
  const [{ loadTool }, { createRender }, { parseFile: read }, { batchGenerator }] =
    await loadModules();
  const tool = loadTool();
  const { importExtension } = settings.config;
  const render = createRender({ ...tool, importExtension });
  return batchGenerator({ settings, render, read, ...tool });
}

if (parentPort !== null) serve(parentPort);
