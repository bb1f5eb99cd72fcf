import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it, test } from "vitest";
import { readCluster } from "../../generators/commands/import/cluster.js";
import { globMatcher, isGlob, splitGlob } from "../../generators/commands/import/glob.js";
import { fetchText, fetchWithin, rawAddress } from "../../generators/commands/import/remote.js";

test.each([
  ["*.yaml", ["a.yaml"], ["a.yml", "x/a.yaml"]],
  ["**/*.yaml", ["a.yaml", "x/y/a.yaml"], ["a.yml"]],
  ["x/**", ["x/a", "x/y/b"], ["y/a"]],
  ["a?.yaml", ["ab.yaml"], ["a.yaml", "abc.yaml"]],
  ["*.{yaml,yml}", ["a.yaml", "a.yml"], ["a.json"]],
  ["[ab].yaml", ["a.yaml"], ["c.yaml"]],
  ["[!ab].yaml", ["c.yaml"], ["a.yaml"]],
  ["a+b(c).*", ["a+b(c).yaml"], ["aab.yaml"]],
  ["{a", ["{a"], ["a"]],
])("pattern %s", (pattern, yes, no) => {
  const matches = globMatcher(pattern);
  expect(yes.filter(matches)).toEqual(yes);
  expect(no.filter(matches)).toEqual([]);
});

test("a pattern begins behind the folders before it", () => {
  expect(splitGlob("a/b/*.yaml")).toEqual({ folder: "a/b", pattern: "*.yaml" });
  expect(splitGlob("/**/x.yaml")).toEqual({ folder: "/", pattern: "**/x.yaml" });
  expect(splitGlob("*.yaml")).toEqual({ folder: "", pattern: "*.yaml" });
  expect(isGlob("a/b.yaml")).toBe(false);
});

describe("addresses", () => {
  const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
    "/crd.yaml": (response) => response.end("text é"),
    "/bom": (response) => response.end("\ufefftext"),
    "/missing": (response) => response.writeHead(404).end("a page that says so"),
    "/large": (response) =>
      response.writeHead(200, { "content-length": 100 * 1024 * 1024 }).flushHeaders(),
    "/endless": (response) => {
      const chunk = Buffer.alloc(64 * 1024, "a");
      const more = (): void => {
        while (response.write(chunk));
      };
      response.on("drain", more);
      more();
    },
    "/page": (response) =>
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end("<html>"),
    "/latin": (response) => response.end(Buffer.from("é", "latin1")),
    "/moved": (response) => response.writeHead(302, { location: "/crd.yaml" }).end(),
    "/circle": (response) => response.writeHead(302, { location: "/circle" }).end(),
    "/broken": (response) => {
      response.writeHead(200, { "content-length": 10 });
      response.write("text");
      response.destroy();
    },
    "/silent": () => {},
    "/half": (response) => response.write("text"),
  };
  const server = createServer((request, response) => {
    answers[request.url ?? ""]?.(response);
  });
  const listening = new Promise<string>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it.each([
    ["/crd.yaml", "text é"],
    ["/moved", "text é"],
    ["/bom", "text"],
  ])("are fetched: %s", async (path, text) => {
    expect(await fetchText(`${await listening}${path}`)).toEqual({ text });
  });

  it.each([
    ["/missing", "the server answers 404"],
    ["/large", "it has more than 64 MiB"],
    ["/page", "it is a web page; give the address of the file itself"],
    ["/latin", "it is no UTF-8; fetch the file by hand and save it as UTF-8"],
    ["/circle", "redirect count exceeded"],
    ["/broken", "other side closed"],
  ])("that cannot be fetched say why: %s", async (path, reason) => {
    expect(await fetchText(`${await listening}${path}`)).toEqual({ reason });
  });

  it("of nobody say so", async () => {
    expect(await fetchText("http://127.0.0.1:1/")).toHaveProperty("reason");
  });

  it("that do not end are left when there is enough", async () => {
    const limits = { timeoutMs: 30_000, maxBytes: 1024 * 1024 };
    expect(await fetchWithin({ address: `${await listening}/endless`, limits })).toEqual({
      reason: "it has more than 1 MiB",
    });
  });

  it.each(["/silent", "/half"])("that keep silent are left in time: %s", async (path) => {
    const limits = { timeoutMs: 50, maxBytes: 1024 };
    expect(await fetchWithin({ address: `${await listening}${path}`, limits })).toEqual({
      reason: "no answer within 0.05 seconds",
    });
  });

  it("of pages on GitHub are those of the files", () => {
    expect(rawAddress("https://github.com/a/b/blob/main/crd/x.yaml")).toBe(
      "https://raw.githubusercontent.com/a/b/main/crd/x.yaml",
    );
    expect(rawAddress("https://example.com/a/b/blob/main")).toBe(
      "https://example.com/a/b/blob/main",
    );
  });
});

describe("the cluster", () => {
  const folder = mkdtempSync(join(tmpdir(), "import-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  function install(input: {
    readonly name: string;
    readonly file: string;
    readonly text: string;
  }): void {
    const { name, file, text } = input;
    const path = join(folder, "node_modules", name, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  it("is read with the packages of the project", async () => {
    expect(await readCluster({ root: folder, context: undefined })).toEqual({
      reason:
        "the project has no package @kubernetes/client-node: npm install @kubernetes/client-node",
    });
    install({
      name: "@kubernetes/client-node",
      file: "index.js",
      text: `exports.KubeConfig = class {
        loadFromDefault() { this.context = "default"; }
        getContextObject(name) { return name === "staging" ? {} : null; }
        setCurrentContext(name) { this.context = name; }
      };`,
    });
    install({
      name: "crd-runtime",
      file: "apiextensions/v1.js",
      text: `exports.ApiextensionsClientset = { forConfig: ({ context }) => ({ apiextensionsV1: () => ({
        customResourceDefinitions: () => ({ list: async () => ({ items: [{ metadata: { name: context } }] }) }),
      }) }) };`,
    });
    install({
      name: "crd-runtime",
      file: "package.json",
      text: '{ "name": "crd-runtime", "exports": { "./apiextensions/v1": "./apiextensions/v1.js" } }',
    });
    const read = await readCluster({ root: folder, context: "staging" });
    expect("text" in read ? JSON.parse(read.text) : read).toEqual({
      apiVersion: "v1",
      kind: "List",
      items: [
        {
          apiVersion: "apiextensions.k8s.io/v1",
          kind: "CustomResourceDefinition",
          metadata: { name: "staging" },
        },
      ],
    });
    expect(await readCluster({ root: folder, context: "nowhere" })).toEqual({
      reason: "the kubeconfig has no context 'nowhere'",
    });
  });
});
