import { type MessagePort, parentPort } from "node:worker_threads";
import type { Request, Response } from "./threads.js";
import type { GenerateUnit, UnitSettings } from "./unit-generator.js";

/** The other side of `Threads`. What is thrown ends the thread. */
function serve(port: MessagePort): void {
  let generate: Promise<GenerateUnit> | undefined;
  const answer = (response: Response): void => port.postMessage(response);
  port.on("message", async (request: Request) => {
    switch (request.kind) {
      case "prepare": {
        const { loadTypeScript } = await import("../parse/index.js");
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
        const { index, unit } = request;
        if (generate === undefined) throw new Error("a unit came before the generators");
        const generateUnit = await generate;
        answer({ kind: "generate", index, made: await generateUnit(unit) });
      }
    }
  });
}

async function loadGenerators(settings: UnitSettings): Promise<GenerateUnit> {
  const [{ loadTool }, { createRender }, { unitGenerator }] = await Promise.all([
    import("../tool.js"),
    import("../render/index.js"),
    import("./unit-generator.js"),
  ]);
  const { importExtension } = settings.config;
  const render = createRender({ ...loadTool(), importExtension });
  return await unitGenerator({ settings, render });
}

if (parentPort !== null) serve(parentPort);
