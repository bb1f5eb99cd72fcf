import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { parseJSON } from "../../../packages/crd-runtime/src/rest/json.js";
import type { Exchange } from "../harness/exchange.js";
import type { Json } from "../harness/json.js";
import { layOut } from "../harness/layout.js";

/** The sequences whose answers of the real server are kept. */
export const recordedSequences = [
  { seed: 1001, requests: 150 },
  { seed: 1002, requests: 150 },
] as const;

export function readTranscript(seed: number): readonly Exchange[] {
  const text = gunzipSync(readFileSync(fileOf(seed))).toString("utf8");
  // We have written the file ourselves.
  return parseJSON(text) as readonly Exchange[];
}

export function writeTranscript(input: {
  readonly seed: number;
  readonly exchanges: readonly Exchange[];
}): void {
  const file = fileOf(input.seed);
  mkdirSync(fileURLToPath(new URL("recorded/", import.meta.url)), { recursive: true });
  writeFileSync(file, gzipSync(layOut(input.exchanges as unknown as Json), { level: 9 }));
}

function fileOf(seed: number): string {
  return fileURLToPath(new URL(`recorded/seed-${seed}.json.gz`, import.meta.url));
}
