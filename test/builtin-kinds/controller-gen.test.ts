import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { withControllerGen } from "../crd-gen/go-tools.js";
import { allDefinition } from "./all.js";

const here = fileURLToPath(new URL(".", import.meta.url));

/** What controller-gen makes of Go's types; a reason where it cannot be run. */
function definitionOfGo(): { readonly text: string } | { readonly reason: string } {
  try {
    return withControllerGen({
      module: join(here, "go"),
      packages: "./v1/...",
      header: join(here, "../crd-gen/go/header.txt"),
      use: (folder) => {
        const [file = ""] = readdirSync(folder);
        return { text: readFileSync(join(folder, file), "utf8") };
      },
    });
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

/** Markers in Go's sources that OpenAPI does not hand on. */
const notInOpenApi =
  /\.(enum|maximum|minimum|maxItems|minItems|maxLength|minLength|minProperties|pattern|x-kubernetes-validations)$/;

/** Places where two schemas differ, with both values. */
function differences(input: {
  readonly ours: unknown;
  readonly theirs: unknown;
  readonly path: string;
}): readonly string[] {
  const { ours, theirs, path } = input;
  if (ours === theirs) return [];
  if (isObject(ours) && isObject(theirs)) {
    return [...new Set([...Object.keys(ours), ...Object.keys(theirs)])]
      .filter((key) => key !== "description" || isObject(ours[key]))
      .flatMap((key) =>
        differences({ ours: ours[key], theirs: theirs[key], path: `${path}.${key}` }),
      );
  }
  if (ours === undefined && notInOpenApi.test(path)) return [];
  return [`${path}: ${JSON.stringify(ours)}, controller-gen: ${JSON.stringify(theirs)}`];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** The differences that there are, by the end of their places. */
const known: readonly RegExp[] = [
  // A default that is a constant in Go: `+default=ref(...)`, which controller-gen does not follow.
  /\.azureDisk\.properties\.(cachingMode|kind)\.default: "\w+", controller-gen: undefined$/,
  // Go embeds LocalObjectReference; controller-gen takes over how it merges, the API server does not.
  /\.(configMap|configMapRef|secret|secretRef)\.x-kubernetes-map-type: undefined, controller-gen: "atomic"$/,
  // The key of a list, without which the API server takes no definition.
  /\.conditions\.items\.properties\.type\.default: "", controller-gen: undefined$/,
  // Optional by a tag that controller-gen does not read.
  /\.ports\.items\.required\.\d: .*$/,
];

it("schemas of built-in types are those that controller-gen makes of Go's types", async ({
  skip,
}) => {
  const theirs = definitionOfGo();
  if ("reason" in theirs) return skip(theirs.reason.split("\n")[0]);
  expect(theirs.text.length).toBeGreaterThan(1_000_000);
  const found = differences({
    ours: await allDefinition(),
    theirs: parse(theirs.text),
    path: "",
  });
  const isKnown = (difference: string): boolean => known.some((each) => each.test(difference));
  expect(found.filter((difference) => !isKnown(difference))).toEqual([]);
  for (const each of known) expect(found.some((difference) => each.test(difference))).toBe(true);
});
