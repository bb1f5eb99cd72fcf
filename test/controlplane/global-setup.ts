import type { TestProject } from "vitest/node";
import { type ControlPlane, ControlPlaneUnavailable, startControlPlane } from "./index.js";

/** What tests get of the control plane that runs for all of them. */
export type ProvidedControlPlane =
  | { readonly state: "running"; readonly kubeconfigPath: string; readonly url: string }
  | { readonly state: "unavailable"; readonly reason: string };

declare module "vitest" {
  interface ProvidedContext {
    readonly controlPlane: ProvidedControlPlane;
  }
}

/**
 * Starts one control plane for a run of vitest. Without one, its tests are skipped with the reason, or the run fails where
 * CI=true.
 */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const say = (line: string): boolean => process.stderr.write(`${line}\n`);
  let controlPlane: ControlPlane;
  try {
    controlPlane = await startControlPlane({ log: say });
  } catch (error) {
    if (!(error instanceof ControlPlaneUnavailable) || process.env["CI"] === "true") throw error;
    say(`tests against an API server are skipped: ${error.message}`);
    project.provide("controlPlane", { state: "unavailable", reason: error.message });
    return undefined;
  }
  const { kubeconfigPath, url } = controlPlane;
  project.provide("controlPlane", { state: "running", kubeconfigPath, url });
  return () => controlPlane.stop();
}
