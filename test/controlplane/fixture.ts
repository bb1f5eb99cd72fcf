import { describe, inject, it } from "vitest";
import type { ProvidedControlPlane } from "./global-setup.js";

/** The API server that all tests of a run share: keep to API groups and namespaces of your own. */
export type SharedServer = Extract<ProvidedControlPlane, { state: "running" }>;

/**
 * A describe block against the real API server, for files named `*.server.test.ts`. Without a server the block is skipped and
 * its title says why.
 */
export function describeOnServer(title: string, body: (server: SharedServer) => void): void {
  const provided = inject("controlPlane");
  if (provided.state === "running") {
    describe(title, () => body(provided));
    return;
  }
  const [reason = ""] = provided.reason.split("\n");
  describe(title, () => {
    it.skip(`needs an API server: ${reason}`);
  });
}
