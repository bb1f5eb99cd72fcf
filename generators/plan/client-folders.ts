import type { ProjectConfig } from "../options/config.js";

/** Folders of client code: of the clientset of the whole project, and of the further ones. */
export function clientFolders(
  config: Pick<ProjectConfig, "client" | "clientsets">,
): readonly string[] {
  return [config.client, ...config.clientsets.map(({ client }) => client)];
}
