import { type ResourceClient, resourceRequest } from "crd-runtime";
import { type PodLogOptions, podLogQuery } from "../../../../../core/pod-log-options.js";
import { type PodLogs, podLogs } from "../../../../../core/pod-logs.js";
import type { Pod, PodList } from "../../../v1/types.js";

export type { PodLogOptions } from "../../../../../core/pod-log-options.js";
export type { LogLinesOptions, PodLogs } from "../../../../../core/pod-logs.js";

export interface PodExpansion {
  /**
   * The log of a container, as client-go's GetLogs: nothing is sent before it is read, as text, as bytes, or line by line.
   *
   * @example
   * const text = await pods.getLogs("web", { container: "app", tailLines: 20 }).text();
   * for await (const line of pods.getLogs("web", { follow: true, signal }).lines()) print(line);
   */
  getLogs(name: string, options?: PodLogOptions): PodLogs;
}

/** Adds to the client of pods what is no JSON. */
export function podExpansion(
  client: Pick<ResourceClient<Pod, PodList>, "rest" | "reference">,
): PodExpansion {
  const { rest, reference } = client;
  return {
    getLogs(name, options = {}) {
      const { follow = false, signal } = options;
      const query = podLogQuery(options);
      const call = { verb: "get", name, subresource: "log" } as const;
      const request = () => ({ ...resourceRequest({ reference, call }), query });
      return podLogs({ rest, request, follow, signal });
    },
  };
}
