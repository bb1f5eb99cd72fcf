import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { RestClient } from "crd-runtime";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { cleanEnvironment, installPackages } from "../cli/installed.js";
import { configOf, describeOnOwnServer } from "../controlplane/own-server.js";
import { corpusFiles, corpusMissing } from "../import-gen/corpus.js";
import { type Finished, run } from "../process/run.js";
import { definitionsPath } from "../schema/server.js";

const slow = { timeout: 120_000 };
const installed = installPackages();
const withClusterCorpus = corpusFiles().filter(({ name }) =>
  /ingressroutetcps|cohorts|felixconfigurations|ipamblocks|nodeoverlays|grafanas\./.test(name),
);

describeOnOwnServer({ title: "plop and the definitions of a cluster" }, (controlPlane) => {
  const folderOf = (project: string): string => join(installed.folder, project);

  async function plop(project: string, ...args: string[]): Promise<Finished> {
    const env = cleanEnvironment({ KUBECONFIG: controlPlane().kubeconfigPath });
    return await run({
      program: process.execPath,
      args: [installed.plop, ...args],
      cwd: folderOf(project),
      env,
    });
  }

  async function create(project: string): Promise<void> {
    const line = `${project} --group example.com --kind Database --no-git --no-install --yes`;
    const args = [installed.create, ...line.split(" ")];
    const env = cleanEnvironment({});
    const made = await run({ program: process.execPath, args, cwd: installed.folder, env });
    expect(made).toMatchObject({ code: 0 });
  }

  async function apply(text: string): Promise<void> {
    const rest = RestClient.forConfig(configOf(controlPlane()));
    const body: unknown = parse(text);
    try {
      await rest.request({ method: "POST", path: definitionsPath, body });
    } finally {
      rest.close();
    }
  }

  function edit(project: string, path: string, change: (text: string) => string): void {
    const place = join(folderOf(project), path);
    writeFileSync(place, change(readFileSync(place, "utf8")));
  }

  beforeAll(async () => {
    await create("operator");
    const crds = join(folderOf("operator"), "config/crd");
    for (const name of readdirSync(crds)) await apply(readFileSync(join(crds, name), "utf8"));
    for (const { text } of withClusterCorpus) await apply(text);
  }, slow.timeout);

  describe("diff cluster", () => {
    it("finds no change in what was applied", slow, async () => {
      expect(await plop("operator", "diff", "cluster")).toEqual({
        code: 0,
        stdout: "No changes since cluster.\n",
        stderr: "",
      });
    });

    it("says what would break objects of the cluster, and what would not", slow, async () => {
      const types = "src/apis/example.com/v1/types.ts";
      const before = readFileSync(join(folderOf("operator"), types), "utf8");
      edit("operator", types, (text) => text.replace("replicas?: int32;", "size?: int32;"));
      const { code, stdout } = await plop("operator", "diff", "cluster");
      edit("operator", types, () => before);
      expect(code).toBe(1);
      expect(stdout).toContain("diff/field-removed");
      expect(stdout).toContain("databases.example.com v1 .spec.size");
      expect(stdout).toContain("1 breaking change, 1 safe, since cluster.");
    });

    it("says which context there is not", slow, async () => {
      const { code, stdout, stderr } = await plop(
        "operator",
        "diff",
        "cluster",
        "--",
        "--context",
        "nowhere",
      );
      expect(code).toBe(1);
      expect(stdout + stderr).toContain("the kubeconfig has no context 'nowhere'");
    });
  });

  describe("import cluster", () => {
    it.skipIf(corpusMissing !== undefined)(
      "writes the types that the applied files give, without what the server adds",
      slow,
      async () => {
        await create("of-cluster");
        await create("of-files");
        const files = join(folderOf("of-files"), "applied");
        mkdirSync(files);
        for (const { name, text } of withClusterCorpus) {
          writeFileSync(join(files, name.replaceAll("/", "_")), text);
        }
        const fromFiles = await plop("of-files", "import", "applied");
        expect(fromFiles).toMatchObject({ code: 0 });
        const { code, stdout, stderr } = await plop("of-cluster", "import", "cluster");
        expect(code, stdout + stderr).toBe(0);
        expect(stderr).toContain("info project/kind-exists: example.com/v1 has a kind Database");
        expect(apisOf(folderOf("of-cluster"))).toEqual(apisOf(folderOf("of-files")));
        const regenerated = await plop("of-cluster", "regenerate");
        expect(regenerated).toMatchObject({ code: 0 });
        expect(await plop("of-cluster", "diff", "cluster")).toMatchObject({
          code: 0,
          stdout: "No changes since cluster.\n",
        });
      },
    );
  });
});

/** The types of a project, by path. */
function apisOf(project: string): Readonly<Record<string, string>> {
  const folder = join(project, "src/apis");
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const sources = paths.filter((path) => /\/(?:doc|types)\.ts$/.test(path)).sort();
  return Object.fromEntries(
    sources.map((path) => [path, readFileSync(join(folder, path), "utf8")]),
  );
}
