import { expect, it } from "vitest";
import { fetchReleases, parseIndex } from "../../../src/envtest/binaries/release-index.js";

const indexUrl = "https://mirror.example.com/envtest/releases.yaml";
const hash = "AB".repeat(64);
const archive = (version: string, link = `https://files.example.com/${version}.tar.gz`) =>
  `  ${version}:\n    envtest-${version}-linux-amd64.tar.gz: { hash: ${hash}, selfLink: "${link}" }\n`;

function read(text: string) {
  return parseIndex({ text, indexUrl, platform: "linux-amd64" });
}

it("gives the releases of a platform with the newest first", () => {
  const text = `releases:\n${archive("v1.9.2")}${archive("v1.36.2")}${archive("v1.36.10")}`;
  expect(read(text)).toEqual(
    ["1.36.10", "1.36.2", "1.9.2"].map((version) => {
      const [major, minor, patch] = version.split(".").map(Number);
      return {
        version: { major, minor, patch },
        url: `https://files.example.com/v${version}.tar.gz`,
        sha512: hash.toLowerCase(),
      };
    }),
  );
  expect(parseIndex({ text, indexUrl, platform: "darwin-arm64" })).toEqual([]);
});

it("passes over pre-releases, and takes links relative to the index", () => {
  const text = `releases:\n${archive("v1.37.0-rc.1")}${archive("v1.36.2", "v1.36.2.tar.gz")}`;
  expect(read(text).map(({ url }) => url)).toEqual([
    "https://mirror.example.com/envtest/v1.36.2.tar.gz",
  ]);
});

it.each([
  ["<html>not here</html>", "it: Invalid input"],
  ["releases: [", "Flow sequence in block collection"],
  [
    "releases:\n  v1.36.2:\n    x.tar.gz: { hash: short, selfLink: a }\n",
    "releases.v1.36.2.x.tar.gz.hash",
  ],
  [`releases:\n${archive("v1.36.2", "file:///etc/passwd")}`, "'file:///etc/passwd' is no web link"],
])("refuses %j", (text, problem) => {
  expect(() => read(text)).toThrow(`${indexUrl} is not an index of releases: `);
  expect(() => read(text)).toThrow(problem);
});

it("says why there is no answer", async () => {
  const input = { indexUrl, platform: "linux-amd64" };
  const dns = Object.assign(new TypeError("fetch failed"), {
    cause: new Error("getaddrinfo ENOTFOUND mirror.example.com"),
  });
  await expect(fetchReleases({ ...input, fetch: () => Promise.reject(dns) })).rejects.toMatchObject(
    {
      reason: "unreachable",
      message: `cannot read the index ${indexUrl}: getaddrinfo ENOTFOUND mirror.example.com`,
    },
  );
  const refused = new Response("", { status: 503, statusText: "Service Unavailable" });
  await expect(fetchReleases({ ...input, fetch: async () => refused })).rejects.toThrow(
    `cannot read the index ${indexUrl}: HTTP 503 Service Unavailable`,
  );
});
