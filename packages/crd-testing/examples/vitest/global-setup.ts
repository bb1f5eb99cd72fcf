import type { RestConfig } from "crd-runtime";
import { TestEnvironment } from "crd-testing";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    readonly config: RestConfig;
  }
}

/** One API server for all test files; each works in a namespace of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const env = await TestEnvironment.start({ crds: [new URL("../crds", import.meta.url)] });
  project.provide("config", env.config);
  return () => env.stop();
}
