import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import { create } from "tar";
import { onTestFinished } from "vitest";
import { z } from "zod";
import { temporaryFolder } from "../../../../../test/process/temporary-folder.js";
import { goPlatform } from "../../../src/envtest/environment.js";

const address = z.object({ port: z.number() });

/** The files of an archive by their paths in it. */
export type Members = Readonly<Record<string, string>>;

/** What an archive of envtest holds. */
export function programsOf(version: string): Members {
  return Object.fromEntries(
    ["etcd", "kube-apiserver", "kubectl"].map((name) => [
      `controller-tools/envtest/${name}`,
      `#!/bin/sh\necho ${name} ${version}\n`,
    ]),
  );
}

/** A `.tar.gz` in memory, of files and of symbolic links by their paths. */
export async function archiveOf(members: Members, links: Members = {}): Promise<Buffer> {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(members)) {
    const file = join(folder, "members", path);
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, content);
    chmodSync(file, 0o755);
  }
  for (const [path, target] of Object.entries(links)) {
    symlinkSync(target, join(folder, "members", path));
  }
  const file = join(folder, "archive.tar.gz");
  await create({ gzip: true, cwd: join(folder, "members"), file, portable: true }, [
    ...Object.keys({ ...members, ...links }),
  ]);
  return readFileSync(file);
}

/** An index of releases on 127.0.0.1, for the time of a test. */
export interface Mirror {
  readonly indexUrl: string;
  /** The paths that were asked for. */
  readonly requests: readonly string[];
}

/** Serves an index with archives of these versions, or whatever the answers say. */
export async function startMirror(input: {
  readonly archives: Readonly<Record<string, Buffer>>;
  /** The checksums that the index names, where they are not those of the archives. */
  readonly hashes?: Readonly<Record<string, string>>;
  /** Answers in place of ours; true when it did. */
  readonly answer?: (request: IncomingMessage, response: ServerResponse) => boolean;
}): Promise<Mirror> {
  const { archives, hashes = {}, answer = () => false } = input;
  const requests: string[] = [];
  const platform = goPlatform();
  const server = createServer((request, response) => {
    requests.push(request.url ?? "");
    if (answer(request, response)) return;
    if (request.url === "/releases.yaml") {
      response.end(indexOf({ archives, hashes, platform }));
      return;
    }
    const archive = archives[/^\/archives\/(.+)\.tar\.gz$/.exec(request.url ?? "")?.[1] ?? ""];
    if (archive === undefined) response.writeHead(404).end();
    else response.end(archive);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = address.parse(server.address());
  return { indexUrl: `http://127.0.0.1:${port}/releases.yaml`, requests };
}

function indexOf(input: {
  readonly archives: Readonly<Record<string, Buffer>>;
  readonly hashes: Readonly<Record<string, string>>;
  readonly platform: string;
}): string {
  const { archives, hashes, platform } = input;
  const releases = Object.entries(archives).map(([version, archive]) => [
    `  v${version}:`,
    `    envtest-v${version}-plan9-mips.tar.gz:`,
    `      hash: "${"0".repeat(128)}"`,
    "      selfLink: /archives/foreign.tar.gz",
    `    envtest-v${version}-${platform}.tar.gz:`,
    `      hash: "${hashes[version] ?? createHash("sha512").update(archive).digest("hex")}"`,
    `      selfLink: /archives/${version}.tar.gz`,
  ]);
  return `${["releases:", ...releases.flat()].join("\n")}\n`;
}
