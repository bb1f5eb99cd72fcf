import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { parseJSON } from "../../../packages/crd-runtime/src/rest/json.js";
import type { Exchange } from "./exchange.js";
import type { Json } from "./json.js";
import { layOut } from "./layout.js";

/** Normalised exchanges by the title of their case. */
export type Recording = Readonly<Record<string, readonly Exchange[]>>;

/** What the real server answered when the topic was last recorded; empty when it never was. */
export function readRecording(topic: string): Recording {
  const file = fileOf(topic);
  // We have written the file ourselves.
  return existsSync(file) ? (parseJSON(readFileSync(file, "utf8")) as Recording) : {};
}

export function writeRecording(input: {
  readonly topic: string;
  readonly recording: Recording;
}): void {
  const file = fileOf(input.topic);
  mkdirSync(dirname(file), { recursive: true });
  const cases = Object.entries(input.recording).map(
    ([title, exchanges]) =>
      `${JSON.stringify(title)}: [\n${exchanges.map((exchange) => layOut(json(exchange))).join(",\n")}\n]`,
  );
  writeFileSync(file, `{\n${cases.join(",\n")}\n}\n`);
}

function fileOf(topic: string): string {
  return fileURLToPath(new URL(`../recorded/${topic}.json`, import.meta.url));
}

function json(exchange: Exchange): Json {
  return Object.fromEntries(
    Object.entries(exchange).filter(([, value]: [string, Json | undefined]) => value !== undefined),
  );
}
