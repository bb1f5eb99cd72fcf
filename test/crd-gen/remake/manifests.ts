import { cpSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type GoGenerator, goModule, withControllerGen } from "../go-tools.js";

/** Markers that stand in Go and in TypeScript. */
interface MarkerTwin {
  readonly generator: Exclude<GoGenerator, "crd">;
  /** Folder of the golden case, and of the Go module. */
  readonly name: string;
  readonly options?: readonly string[];
  readonly header?: string;
}

const roleName = "roleName=manager-role";

export const markerTwins: readonly MarkerTwin[] = [
  { generator: "rbac", name: "rules", options: [roleName] },
  {
    generator: "rbac",
    name: "roles",
    options: ["roleName=database-manager", "fileName=roles.yaml", "year=2026"],
    header: "header-year-rbac.txt",
  },
  { generator: "webhook", name: "webhooks" },
  {
    generator: "webhook",
    name: "configurations",
    options: ["year=2026"],
    header: "header-year-webhook.txt",
  },
  { generator: "webhook", name: "patches" },
];

/** Replaces the expected manifests of every twin by what controller-gen makes of the markers in Go. */
export function remakeManifests(golden: string): void {
  for (const { generator, name, options = [], header = `header-${generator}.txt` } of markerTwins) {
    const expected = join(golden, `${generator}-gen`, name, "expected", "config", generator);
    withControllerGen({
      generator,
      packages: `./${name}/...`,
      header: join(goModule, header),
      options,
      use: (folder) => {
        rmSync(expected, { recursive: true, force: true });
        for (const file of readdirSync(folder)) cpSync(join(folder, file), join(expected, file));
      },
    });
  }
}
