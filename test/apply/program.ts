import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RestClient } from "crd-runtime";
import type { CustomResourceDefinition } from "crd-runtime/apiextensions/v1";
import { afterAll } from "vitest";
import { parseAllDocuments } from "yaml";
import { expectedOf, goldenCases, inputOf, writeTree } from "../golden/case.js";
import { runProject } from "../golden/run.js";

interface Program {
  serverProgram(rest: RestClient): Promise<unknown>;
}

/** A golden case of applyconfiguration-gen, which is type-checked with the others: its CRDs, and its program to run. */
export async function loadProject(name: "server" | "builtin-kinds" = "server"): Promise<{
  readonly crds: readonly CustomResourceDefinition[];
  readonly program: Program["serverProgram"];
}> {
  const golden = goldenCases().find(
    (each) => each.generator === "applyconfiguration-gen" && each.name === name,
  );
  if (golden === undefined) throw new Error(`there is no golden case ${name}`);
  const project = inputOf(golden);
  const { files } = await runProject({ project });
  const folder = mkdtempSync(join(tmpdir(), "apply-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  writeTree({ folder, tree: new Map([...project, ...expectedOf(golden), ...files]) });
  const { serverProgram }: Program = await import(
    /* @vite-ignore */ join(folder, "src/server-program.ts")
  );
  const yaml = [...files].filter(([path]) => path.startsWith("config/crd/"));
  return {
    crds: yaml.flatMap(([, text]) =>
      parseAllDocuments(text).map((document): CustomResourceDefinition => document.toJS()),
    ),
    program: serverProgram,
  };
}

const identity = { apiVersion: "apply.example.com/v1", kind: "Widget" };
const metadata = { name: "shared", namespace: "default" };
const ofOne = {
  size: 3,
  parts: [{ name: "wheel", count: 4 }],
  settings: { speed: "slow" },
  selector: { matchLabels: { a: "1" } },
  layout: { rows: 2 },
};
const ofTwo = { color: "red", settings: { noise: "low" }, layout: { columns: 3 } };
const ofBoth = {
  ...ofOne,
  ...ofTwo,
  settings: { speed: "slow", noise: "low" },
  layout: { rows: 2, columns: 3 },
};
const { size: _size, ...withoutSize } = ofOne;
const { size: _sizeOfBoth, ...bothWithoutSize } = ofBoth;

/** What the program returns, of any API server. */
export const outcome = {
  created: { labels: { a: "1" }, spec: ofOne },
  together: { labels: { a: "1", b: "2" }, spec: ofBoth },
  extracted: {
    one: { ...identity, metadata: { ...metadata, labels: { a: "1" } }, spec: ofOne },
    two: { ...identity, metadata: { ...metadata, labels: { b: "2" } }, spec: ofTwo },
    nobody: { ...identity, metadata },
  },
  conflict: {
    isConflict: true,
    causes: [
      { reason: "FieldManagerConflict", message: 'conflict with "one"', field: ".spec.size" },
    ],
  },
  taken: { spec: { ...ofBoth, size: 5 }, one: withoutSize },
  removed: bothWithoutSize,
  status: {
    status: { ready: 1 },
    applied: { ...identity, metadata, status: { ready: 1 } },
    main: undefined,
  },
  last: {
    labels: { a: "1", b: "2", c: "3" },
    annotations: undefined,
    spec: bothWithoutSize,
    status: { ready: 1 },
  },
  shelf: { apiVersion: "apply.example.com/v1", kind: "Shelf", spec: { height: 7 } },
};
